/// Words of refusals that are about the system group of reasons.
///
/// Columns, parted by tabs: id, words (a space is any white space, " * " up to 160 other bytes), meaning,
/// weight (9 outranks 1), the mail system or document that writes these words.
let systemReasonRules = #"""
    systemerror.local-error	local * error	systemerror	3	several systems
    systemerror.temporary-error	temporary * error	systemerror	3	several systems
    systemerror.temporary-failure	temporary * failure	systemerror	3	several systems
    systemerror.internal-error	internal * error	systemerror	3	several systems
    systemerror.configuration-error	configuration * error	systemerror	3	several systems
    systemerror.permission-denied	permission denied	systemerror	3	several systems
    systemerror.error-writing	error writing	systemerror	4	several systems
    systemerror.software-error	software error	systemerror	4	several systems
    systemerror.can-t-open-mailbox	can't open mailbox	systemerror	4	several systems
    systemerror.unable-to-open-mailbox	unable to open mailbox	systemerror	4	several systems
    systemerror.temporary-failure-2	temporary failure	systemerror	3	several systems
    systemerror.user-s-mail-directory	user's mail directory	systemerror	3	several systems
    systemerror.try-again-later	try again later	systemerror	1	several systems
    systemerror.service-temporarily-unavailable	service temporarily unavailable	systemerror	4	several systems
    systemerror.service-is-temporarily-unavailable	service is temporarily unavailable	systemerror	4	several systems
    systemerror.cannot-append-message-to-destination-file	cannot append message to destination file	systemerror	5	Postfix
    systemerror.loops-back-to-m	loops back to m	systemerror	6	Postfix, Sendmail
    systemerror.local-configuration-error	local configuration error	systemerror	6	Sendmail
    systemerror.queue-file-write-error	queue file write error	systemerror	6	several systems
    systemerror.dns-violates-rfc-1035	dns violates rfc 1035	systemerror	6	Courier
    systemerror.lmtp-error-after	lmtp error after	systemerror	3	Exim
    systemerror.delivery-to-pipe-forbidden	delivery to pipe forbidden	systemerror	6	Exim
    systemerror.delivery-to-file-forbidden	delivery to file forbidden	systemerror	6	Exim
    systemerror.bad-interpreter	bad interpreter	systemerror	6	qmail
    systemerror.automatic-homedir-creat	automatic homedir creat	systemerror	6	qmail-ldap
    systemerror.ldap-server	ldap server	systemerror	6	qmail-ldap
    systemerror.ldap-attribute	ldap attribute	systemerror	6	qmail-ldap
    systemerror.several-matches-found-in-domino-directory	several matches found in domino directory	systemerror	6	Domino
    systemerror.00010256	(00010256)	systemerror	7	Exchange 5.5
    systemerror.000d06b5	(000d06b5)	systemerror	7	Exchange 5.5
    systemerror.resolver-fwd-loop	resolver.fwd.loop	systemerror	7	Exchange 2007
    systemerror.resolver-adr-ambiguous	resolver.adr.ambiguous	systemerror	7	Exchange 2007
    systemerror.resolver-adr-invalidinsmtp	resolver.adr.invalidinsmtp	systemerror	7	Exchange 2007
    systemerror.resolver-adr-badprimary	resolver.adr.badprimary	systemerror	7	Exchange 2007
    systemerror.mail-server-temporarily-rejected-message	mail server temporarily rejected message	systemerror	4	Gmail
    systemerror.loop-alert	loop alert	systemerror	6	several systems
    systemerror.duplicated-message-id	duplicated message-id	systemerror	6	several systems
    systemerror.bad-configuration	bad configuration	systemerror	5	several systems
    systemerror.can-t-create-user-output-file	can't create user output file	systemerror	5	Sendmail
    systemerror.cannot-create	cannot create	systemerror	5	several systems
    systemerror.cannot-resolve-remote-host	cannot resolve remote host	systemerror	5	several systems
    systemerror.cannot-send-e-mail-to-yourself	cannot send e-mail to yourself	systemerror	5	several systems
    systemerror.config-error	config error	systemerror	5	Sendmail: config error: mail loops back to me
    systemerror.configuration-error-2	configuration error	systemerror	5	several systems
    systemerror.could-not-load-transport	could not load * transport	systemerror	5	Exim
    systemerror.could-not-load-drd-for-domain	could not load drd for domain	systemerror	5	Gmail
    systemerror.duplicate-enforcement	duplicate enforcement	systemerror	5	several systems
    systemerror.failure-in-mail-server	failure in mail server	systemerror	5	several systems
    systemerror.internal-error-2	internal error	systemerror	4	several systems
    systemerror.internal-error-reading-data	internal error reading data	systemerror	5	qmail
    systemerror.internal-server-error	internal server error	systemerror	5	several systems
    systemerror.interval-server-error	interval server error	systemerror	5	several systems
    systemerror.it-encountered-an-error-while-being	it encountered an error while being processed	systemerror	5	Exim
    systemerror.it-would-create-a-mail-loop	it would create a mail loop	systemerror	5	several systems
    systemerror.local-error-in-processing	local error in processing	systemerror	5	RFC 5321 451
    systemerror.local-processing-error	local processing error	systemerror	5	several systems
    systemerror.loop-was-found-in-the-mail	loop was found in the mail exchanger	systemerror	5	several systems
    systemerror.lost-connection-with	lost connection with	systemerror	4	several systems
    systemerror.mail-for-loops-back-to-myself	mail for * loops back to myself	systemerror	5	Postfix
    systemerror.mail-system-configuration-error	mail system configuration error	systemerror	5	several systems
    systemerror.mta-misconfiguration	mta misconfiguration	systemerror	5	several systems
    systemerror.out-of-memory	out of memory	systemerror	5	several systems
    systemerror.proxy-error	proxy error	systemerror	5	several systems
    systemerror.recipient-deferred-because-there-is-no	recipient deferred because there is no mdb	systemerror	5	Exchange
    systemerror.remote-server-is-misconfigured	remote server is misconfigured	systemerror	5	several systems
    systemerror.requested-action-aborted-local-error	requested action aborted: local error	systemerror	5	RFC 5321 451
    systemerror.server-configuration-error	server configuration error	systemerror	5	several systems
    systemerror.server-error	server error	systemerror	4	several systems
    systemerror.service-currently-unavailable	service currently unavailable	systemerror	5	several systems
    systemerror.system-config-error	system config error	systemerror	5	Sendmail
    systemerror.system-error	system error	systemerror	4	several systems
    systemerror.system-problem	system problem	systemerror	5	several systems
    systemerror.temporary-local-problem	temporary local problem	systemerror	5	Exim
    systemerror.temporary-problem	temporary problem	systemerror	4	several systems
    systemerror.temporary-system-problem	temporary system problem	systemerror	5	several systems
    systemerror.timeout-waiting-for-input	timeout waiting for input	systemerror	5	several systems
    systemerror.transaction-failed	transaction failed	systemerror	4	several systems
    systemerror.unable-to-connect-to-database	unable to connect to database	systemerror	5	several systems
    systemerror.unexpected-failure	unexpected failure	systemerror	5	several systems
    systemerror.unknown-mailer-error	unknown mailer error	systemerror	5	several systems
    systemerror.unable-to-look-up	unable to look up	systemerror	5	several systems
    systemerror.cname-lookup-failed	cname lookup failed	systemerror	5	qmail
    systemerror.alias-expansion	alias expansion	systemerror	5	several systems
    systemerror.problem-with-the-alias	problem with the alias	systemerror	5	Exim
    systemerror.temporary-error-2	temporary error	systemerror	4	several systems
    networkerror.had-no-relevant-answers	had no relevant answers	networkerror	6	Gmail
    networkerror.routing-loop	routing * loop	networkerror	3	several systems
    networkerror.mail-loop	mail * loop	networkerror	3	several systems
    networkerror.lookup-fail	lookup * fail	networkerror	3	several systems
    networkerror.dns-error	dns * error	networkerror	3	several systems
    networkerror.network-unreachable	network * unreachable	networkerror	3	several systems
    networkerror.no-route	no route	networkerror	3	several systems
    networkerror.connection-lost	connection * lost	networkerror	3	several systems
    networkerror.connection-reset	connection * reset	networkerror	3	several systems
    networkerror.host-lookup	host lookup	networkerror	3	Exim
    networkerror.name-resolution	name resolution	networkerror	4	several systems
    networkerror.dns-error-2	dns error	networkerror	4	several systems
    networkerror.dns-failure	dns failure	networkerror	4	several systems
    networkerror.connection-to-the-recipient-s-mail	connection to the recipient's mail server	networkerror	3	several systems
    networkerror.type-mx-host-not-found-try	type=mx: host not found, try again	networkerror	7	Postfix
    networkerror.host-not-found-try-again	host not found, try again	networkerror	7	Postfix
    networkerror.mail-forwarding-loop	mail forwarding loop	networkerror	6	Postfix
    networkerror.too-many-hops	too many hops	networkerror	6	Sendmail
    networkerror.dns-records-for-the-destination-computer	dns records for the destination computer could not be found	networkerror	6	several systems
    networkerror.dns-lookup-failure	dns lookup failure.	networkerror	5	Courier
    networkerror.no-valid-route-to	no valid route to	networkerror	6	OpenSMTPD
    networkerror.no-mx-found-for-destination	no mx found for destination	networkerror	6	OpenSMTPD
    networkerror.no-mx-found-for-domain	no mx found for domain	networkerror	6	OpenSMTPD
    networkerror.network-error-on-destination-mxs	network error on destination mxs	networkerror	6	OpenSMTPD
    networkerror.loop-detected	loop detected	networkerror	5	OpenSMTPD
    networkerror.could-not-retrieve-source-address	could not retrieve source address	networkerror	6	OpenSMTPD
    networkerror.bad-dns-lookup-error-code	bad dns lookup error code	networkerror	6	OpenSMTPD
    networkerror.all-routes-to-destination-blocked	all routes to destination blocked	networkerror	6	OpenSMTPD
    networkerror.cname-lookup-failed-temporarily	cname lookup failed temporarily	networkerror	6	qmail
    networkerror.although-i-m-listed-as-a	although i'm listed as a best-preference mx	networkerror	6	qmail
    networkerror.wasn-t-able-to-establish-an	wasn't able to establish an smtp connection	networkerror	6	qmail
    networkerror.00120270	(00120270)	networkerror	7	Exchange 5.5
    networkerror.hop-count-exceeded	hop count exceeded	networkerror	6	Microsoft 5.4.14
    networkerror.routing-loop-detected	routing loop detected	networkerror	6	Microsoft 5.4.14
    networkerror.dns-query-failed	dns query failed	networkerror	6	Microsoft 4.4.312
    networkerror.smtpsend-dns-mxloopback	smtpsend.dns.mxloopback	networkerror	7	Exchange 2007
    networkerror.message-exceeded-50-hops	message exceeded 50 hops	networkerror	6	Gmail
    networkerror.address-family-mismatch-on-destination-mxs	address family mismatch on destination mxs	networkerror	5	several systems
    networkerror.bad-connection	bad connection	networkerror	5	several systems
    networkerror.bad-file-descriptor	bad file descriptor	networkerror	5	several systems
    networkerror.could-not-connect-and-send-the	could not connect and send the mail to	networkerror	5	several systems
    networkerror.could-not-find-a-gateway-for	could not find a gateway for	networkerror	5	several systems
    networkerror.connection-could-not-be-established	connection could not be established	networkerror	5	several systems
    networkerror.connection-reset-by-peer	connection reset by peer	networkerror	5	several systems
    networkerror.connection-lost-2	connection lost	networkerror	5	several systems
    networkerror.connection-was-dropped-by-remote-host	connection was dropped by remote host	networkerror	5	Gmail
    networkerror.connection-dropped	connection dropped	networkerror	5	several systems
    networkerror.conversation-with-timed-out	conversation with * timed out	networkerror	5	Postfix
    networkerror.delivery-to-the-following-recipient-failed	delivery to the following recipient failed permanently: dns	networkerror	5	several systems
    networkerror.dns-lookup-failure-2	dns lookup failure	networkerror	5	several systems
    networkerror.dns-no-nameserver	dns no nameserver	networkerror	5	several systems
    networkerror.dns-soft-fail	dns_soft_fail	networkerror	5	several systems
    networkerror.dns-loop	dns loop	networkerror	5	several systems
    networkerror.encountered-problem-in-transmission	encountered problem in transmission	networkerror	5	several systems
    networkerror.established-connection-but	established connection, but	networkerror	5	several systems
    networkerror.host-is-unreachable	host is unreachable	networkerror	5	several systems
    networkerror.host-name-lookup-failure	host name lookup failure	networkerror	5	Sendmail
    networkerror.host-or-domain-name-not-found	host or domain name not found. name service error for name=* type=mx: host not found, try again	networkerror	5	Postfix
    networkerror.hops-exceeded	hops exceeded	networkerror	5	several systems
    networkerror.lame-root	lame root	networkerror	5	several systems
    networkerror.lost-connection	lost connection	networkerror	5	Postfix
    networkerror.mail-forwarding-loop-for	mail forwarding loop for	networkerror	5	Postfix
    networkerror.mail-loop-2	mail loop	networkerror	5	several systems
    networkerror.mail-routing-loop	mail routing loop	networkerror	5	several systems
    networkerror.malformed-name-server-reply	malformed name server reply	networkerror	5	Postfix
    networkerror.malformed-or-unexpected-name-server-reply	malformed or unexpected name server reply	networkerror	5	Postfix
    networkerror.maximum-forwarding-loop-count-exceeded	maximum forwarding loop count exceeded	networkerror	5	several systems
    networkerror.maximum-hop-count	maximum hop count	networkerror	5	several systems
    networkerror.message-loop	message loop	networkerror	5	several systems
    networkerror.message-looping	message looping	networkerror	5	several systems
    networkerror.message-probably-in-a-routing-loop	message probably in a routing loop	networkerror	5	several systems
    networkerror.name-service-error	name service error	networkerror	5	Postfix
    networkerror.name-service-error-for	name service error for	networkerror	5	Postfix
    networkerror.network-error	network error	networkerror	5	several systems
    networkerror.network-is-unreachable	network is unreachable	networkerror	5	several systems
    networkerror.no-network-route	no network route	networkerror	5	several systems
    networkerror.no-route-to-host	no route to host	networkerror	5	several systems
    networkerror.name-server-host-name-lookup-failure	name server: * host name lookup failure	networkerror	5	Sendmail
    networkerror.read-timeout	read timeout	networkerror	5	several systems
    networkerror.remote-server-returned-too-many-hops	remote server returned * too many hops	networkerror	5	several systems
    networkerror.router-lookup-failed	router lookup failed	networkerror	5	several systems
    networkerror.routing-loop-2	routing loop	networkerror	5	several systems
    networkerror.server-refused-the-connection	server refused the connection	networkerror	5	several systems
    networkerror.unrouteable-mail-domain-dns	unrouteable mail domain: dns	networkerror	5	several systems
    networkerror.unable-to-connect	unable to connect	networkerror	5	several systems
    systemfull.disk-space	disk * space	systemfull	3	several systems
    systemfull.disk-full	disk * full	systemfull	3	several systems
    systemfull.no-space	no * space	systemfull	3	several systems
    systemfull.insufficient-space	insufficient * space	systemfull	3	several systems
    systemfull.insufficient-storage	insufficient * storage	systemfull	3	several systems
    systemfull.mail-system-full	mail system full	systemfull	5	RFC 3463 X.3.1
    systemfull.insufficient-system-storage	insufficient system storage	systemfull	5	RFC 5321 452
    systemfull.insufficient-system-resources	insufficient system resources	systemfull	5	Exchange
    systemfull.insufficient-disk-space	insufficient disk space	systemfull	5	several systems
    systemfull.insufficient-space-2	insufficient space	systemfull	5	several systems
    systemfull.no-space-left-on-device	no space left on device	systemfull	5	several systems
    systemfull.not-enough-disk-space	not enough disk space	systemfull	5	several systems
    systemfull.not-enough-space-on	not enough space on	systemfull	5	several systems
    systemfull.disk-full-2	disk full	systemfull	5	several systems
    systemfull.exceeded-storage	exceeded storage	systemfull	5	several systems
    systemfull.requested-mail-action-aborted-exceeded-stora	requested mail action aborted: exceeded storage allocation	systemfull	5	RFC 5321 552
    systemfull.system-resources-exceeded	system resources exceeded	systemfull	5	several systems
    systemfull.file-system-full	file system full	systemfull	5	several systems
    systemfull.xe7a381e79b98e7a9ba	磁盘空间不足	systemfull	5	Chinese
    expired.could-not-contact-dns-servers	could not contact dns servers	expired	6	Gmail
    expired.retry-timeout	retry * timeout	expired	3	several systems
    expired.not-respond	not * respond	expired	3	several systems
    expired.unable-to-connect	unable to * connect	expired	3	several systems
    expired.could-not-connect	could not * connect	expired	3	several systems
    expired.delivery-expired	delivery * expired	expired	3	several systems
    expired.connection-timed-out	connection * timed out	expired	3	several systems
    expired.expired-after	expired after	expired	4	several systems
    expired.time-in-queue	time in queue	expired	5	several systems
    expired.maximum-queue-time	maximum queue time	expired	5	several systems
    expired.too-old	too old	expired	3	several systems
    expired.queue-lifetime	queue lifetime	expired	5	several systems
    expired.message-queue-time	message queue time	expired	4	several systems
    expired.maximum-number-of-delivery-attempts	maximum number of delivery attempts	expired	6	several systems
    expired.delivery-timed-out	delivery timed out	expired	5	several systems
    expired.all-attempts-to-deliver	all attempts to deliver	expired	5	several systems
    expired.not-reachable	not reachable	expired	3	several systems
    expired.no-mx-was-reachable	no mx was reachable	expired	5	several systems
    expired.giving-up	giving up	expired	2	several systems
    expired.connection-refused	connection refused	expired	2	several systems
    expired.cannot-be-reached-within	cannot be reached within	expired	5	several systems
    expired.delivery-temporarily-suspended	delivery temporarily suspended	expired	2	Postfix
    expired.retry-time-not-reached	retry time not reached	expired	5	Exim
    expired.have-been-failing-for-a-long	have been failing for a long time	expired	6	Exim
    expired.unable-to-deliver-message-after-multiple	unable to deliver message after multiple retries	expired	6	several systems
    expired.message-expired-connection-refulsed	message expired, connection refulsed	expired	6	Microsoft
    expired.message-expired-after-sitting-in-queue	message expired after sitting in queue	expired	6	several systems
    expired.queue-expired	queue.expired	expired	7	Exchange 2007
    expired.server-will-continue-trying	server will continue trying	expired	6	several systems
    expired.delivery-retry-timeout-exceeded	delivery retry timeout exceeded	expired	6	several systems
    expired.did-not-accept-our-requests-to	did not accept our requests to connect	expired	6	several systems
    expired.delivery-time-expired	delivery time expired	expired	5	RFC 3463 X.4.7
    expired.delivery-expired-2	delivery expired	expired	5	several systems
    expired.delivery-failed-attempts	delivery failed * attempts	expired	5	IMail: Delivery failed 20 attempts
    expired.delivery-period-has-expired	delivery period has expired	expired	5	several systems
    expired.envelope-expired	envelope expired	expired	5	OpenSMTPD
    expired.expired	expired	expired	3	several systems
    expired.message-expired	message expired	expired	5	several systems
    expired.message-expired-unable-to-deliver	message expired: unable to deliver	expired	5	Amazon
    expired.been-in-the-queue-too-long	been in the queue too long	expired	3	qmail
    expired.in-the-queue-too-long	in the queue too long	expired	3	qmail
    expired.could-not-be-delivered-for-more	could not be delivered for more than	expired	5	several systems
    expired.could-not-deliver-for-the-last	could not deliver for the last	expired	5	DragonFly: Could not deliver for the last 432000 seconds. Giving up.
    expired.could-not-deliver-for	could not deliver for	expired	5	several systems
    expired.connection-timed-out-2	connection timed out	expired	5	several systems
    expired.connect-to-timed-out	connect to * timed out	expired	5	several systems
    expired.connection-timeout	connection timeout	expired	5	several systems
    expired.conversation-timed-out	conversation timed out	expired	5	several systems
    expired.connect-timeout	connect timeout	expired	5	several systems
    expired.delivery-attempts	delivery attempts	expired	3	several systems
    expired.exceeded-maximum-delivery-attempts	exceeded maximum delivery attempts	expired	5	InterScan
    expired.exceeded-maximum-retry	exceeded maximum retry	expired	5	several systems
    expired.failed-to-deliver-to-domain-after	failed to deliver to domain * after * tries	expired	5	several systems
    expired.giving-up-on	giving up on	expired	3	several systems
    expired.has-been-delayed	has been delayed	expired	5	several systems
    expired.has-been-in-queue	has been in queue	expired	5	several systems
    expired.has-been-failing-for	has been failing for	expired	5	several systems
    expired.have-not-been-able-to-deliver	have not been able to deliver	expired	5	several systems
    expired.host-not-reachable	host not reachable	expired	5	several systems
    expired.it-has-not-been-collected-after	it has not been collected after	expired	5	Demon: has not been collected after 30 days
    expired.not-been-collected	not been collected	expired	5	Demon
    expired.message-could-not-be-delivered-for	message could not be delivered for * days	expired	5	several systems
    expired.message-timed-out	message timed out	expired	5	several systems
    expired.message-could-not-be-sent-before	message could not be sent before its expiration	expired	5	several systems
    expired.no-response	no response	expired	3	several systems
    expired.operation-timed-out	operation timed out	expired	5	several systems
    expired.retry-time-not-reached-for-any	retry time not reached for any host after a long failure period	expired	5	Exim
    expired.retry-timeout-exceeded	retry timeout exceeded	expired	4	Exim
    expired.return-message-because-retry-time	return message because retry time	expired	5	several systems
    expired.server-did-not-respond	server did not respond	expired	5	several systems
    expired.server-or-connection-is-down	server or connection is down	expired	5	several systems
    expired.smtp-error-from-remote-mail-server	smtp error from remote mail server * timed out	expired	5	Exim
    expired.stayed-in-queue	stayed in queue	expired	5	several systems
    expired.this-message-has-been-in-the	this message has been in the queue too long	expired	3	qmail
    expired.timed-out	timed out	expired	3	several systems
    expired.time-out	time out	expired	3	several systems
    expired.timeout	timeout	expired	3	several systems
    expired.too-long-in-queue	too long in queue	expired	5	several systems
    expired.unable-to-deliver-this-message-after	unable to deliver this message after	expired	5	several systems
    expired.unable-to-deliver-in	unable to deliver in	expired	5	Amazon
    expired.was-not-reachable-within-the-allowed	was not reachable within the allowed queue period	expired	5	several systems
    expired.were-last-tried-after-this-message	were last tried after this message arrived	expired	5	Exim
    expired.within-the-allowed-queue-period	within the allowed queue period	expired	5	several systems
    expired.your-message-could-not-be-delivered	your message could not be delivered for more than	expired	5	several systems
    expired.your-message-was-not-delivered-within	your message was not delivered within	expired	5	several systems
    expired.your-message-was-not-delivered-in	your message was not delivered in the time	expired	5	several systems
    expired.not-delivered-after	not delivered after	expired	5	several systems
    expired.undelivered-after	undelivered after	expired	5	several systems
    expired.tried-to-deliver-your-message-days	tried to deliver your message * days	expired	5	several systems
    expired.not-responding	not responding	expired	5	several systems
    syntaxerror.not-implemented	not implemented	syntaxerror	3	several systems
    syntaxerror.unrecognized	unrecognized	syntaxerror	3	several systems
    syntaxerror.syntax	syntax	syntaxerror	2	several systems
    syntaxerror.malformed-address	malformed address:	syntaxerror	6	Exim
    syntaxerror.domain-missing-in-source-routed-address	domain missing in source-routed address	syntaxerror	6	Exim
    syntaxerror.angle-brackets-nested-too-deep	angle-brackets nested too deep	syntaxerror	6	Exim
    syntaxerror.syntax-error	syntax error	syntaxerror	5	RFC 5321 501
    syntaxerror.bad-command	bad command	syntaxerror	5	several systems
    syntaxerror.bad-sequence-of-commands	bad sequence of commands	syntaxerror	5	RFC 5321 503
    syntaxerror.command-not-implemented	command not implemented	syntaxerror	5	RFC 5321 502
    syntaxerror.command-unrecognized	command unrecognized	syntaxerror	5	RFC 5321 500
    syntaxerror.command-not-recognized	command not recognized	syntaxerror	5	RFC 5321 500
    syntaxerror.invalid-command	invalid command	syntaxerror	5	several systems
    syntaxerror.need-rcpt-command	need rcpt command	syntaxerror	5	several systems
    syntaxerror.need-mail-command	need mail command	syntaxerror	5	several systems
    syntaxerror.unrecognized-command	unrecognized command	syntaxerror	5	several systems
    syntaxerror.parameter-not-implemented	parameter not implemented	syntaxerror	5	RFC 5321 504
    syntaxerror.no-valid-smtp	no valid smtp	syntaxerror	5	several systems
    mailererror.can-t-create-output	can't create output	mailererror	5	Sendmail
    mailererror.exit	|| exit	mailererror	6	Sendmail
    mailererror.bin-maildrop	bin/maildrop	mailererror	7	Sendmail
    mailererror.bin-procmail	bin/procmail	mailererror	7	Sendmail
    mailererror.maildrop	maildrop:	mailererror	7	several systems
    mailererror.mailer-error	mailer error	mailererror	5	several systems
    mailererror.unknown-mailer-error	unknown mailer error	mailererror	5	Sendmail
    mailererror.command-failed	command failed:	mailererror	7	Postfix pipe
    mailererror.command-died-with-status	command died with status	mailererror	7	Postfix
    mailererror.command-died-with-signal	command died with signal	mailererror	7	Postfix
    mailererror.command-output	command output:	mailererror	5	Postfix pipe
    mailererror.command-line-usage-error	command line usage error	mailererror	5	Postfix
    mailererror.command-time-limit-exceeded	command time limit exceeded	mailererror	7	Postfix
    mailererror.cannot-execute	cannot execute	mailererror	5	several systems
    mailererror.mailer-could-not-send	mailer could not send	mailererror	5	several systems
    mailererror.pipe-to-failed	pipe to * failed	mailererror	5	several systems
    mailererror.pipe-to	pipe to |/	mailererror	7	Exim
    mailererror.child-process-of	child process of	mailererror	7	Exim
    mailererror.child-status	child status	mailererror	5	several systems
    mailererror.died-with-signal	died with signal	mailererror	5	several systems
    mailererror.local-delivery-failed	local delivery failed	mailererror	5	several systems
    mailererror.procmail	procmail:	mailererror	7	procmail
    mailererror.unable-to-run	unable to run	mailererror	5	several systems
    onhold.on-hold	on hold	onhold	3	several systems
    """#
