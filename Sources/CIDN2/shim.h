#ifndef MARTLET_CIDN2_SHIM_H
#define MARTLET_CIDN2_SHIM_H

#include <idn2.h>

#endif
