<?php
// PHPMailer with a kept connection, as its manual has it for mailing lists; one process is one connection.
//
//   phpmailer.php PORT MESSAGES
require 'libphp-phpmailer/autoload.php';

use PHPMailer\PHPMailer\PHPMailer;

[, $port, $messages] = $argv;
$body = str_repeat(str_repeat('x', 70) . "\r\n", 20);
$mail = new PHPMailer(true);
$mail->isSMTP();
$mail->Host = '127.0.0.1';
$mail->Port = (int) $port;
$mail->SMTPAutoTLS = false;
$mail->SMTPKeepAlive = true;
$mail->setFrom('no-reply@example.com', 'Marigold Books');
$mail->isHTML(true);
$mail->Subject = 'Activate your account';
for ($i = 0; $i < $messages; $i++) {
    $mail->Body = '<p>' . $body . $body . '</p>';
    $mail->AltBody = $body;
    $mail->addAddress("u$i@example.com");
    $mail->send();
    $mail->clearAddresses();
}
$mail->smtpClose();
