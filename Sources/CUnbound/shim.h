#ifndef MARTLET_CUNBOUND_SHIM_H
#define MARTLET_CUNBOUND_SHIM_H

#include <unbound.h>

#endif
