// nodemailer with a pool of kept connections, as its manual has it for bulk mail.
//
//   nodemailer.js PORT MESSAGES CONNECTIONS
const nodemailer = require('nodemailer');
const [port, messages, connections] = process.argv.slice(2).map(Number);
const body = 'x'.repeat(70) + '\r\n';
const text = body.repeat(20);
const html = '<p>' + body.repeat(36) + '</p>';
const transport = nodemailer.createTransport({
    host: '127.0.0.1', port, secure: false, ignoreTLS: true, pool: true,
    maxConnections: connections, maxMessages: Infinity,
});
async function main() {
    const all = [];
    for (let i = 0; i < messages; i++) {
        all.push(transport.sendMail({
            from: 'Marigold Books <no-reply@example.com>', to: `u${i}@example.com`,
            subject: 'Activate your account', text, html,
        }));
    }
    await Promise.all(all);
    transport.close();
}
main().catch((error) => { console.error(error.message); process.exit(1); });
