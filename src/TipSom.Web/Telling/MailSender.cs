using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.Extensions.Options;
using TipSom.Data.Telling;

namespace TipSom.Web.Telling;

/// <summary>Hands one mail to the server, and says in one word what went wrong: what a server answers may hold an address.</summary>
public sealed class MailSender(IOptions<MailOptions> options, MailText texts)
{
    /// <summary>A server that has not taken a mail by then is too slow; from the first packet to the last answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Null when the server took it.</summary>
    public Task<MailError?> SendAsync(TakenMail mail, CancellationToken ct) => SendAsync(() => texts.Of(mail, options.Value), ct);

    /// <summary>Null when the server took it. What cannot be made into a mail counts as one that was not taken.</summary>
    public async Task<MailError?> SendAsync(Func<MailMessage> write, CancellationToken ct)
    {
        var settings = options.Value;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            using var message = write();
            using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.UseTls, DeliveryMethod = SmtpDeliveryMethod.Network };
            if (settings.User is { } user)
                client.Credentials = new NetworkCredential(user, settings.Password);
            // The client does not always notice that it was cancelled while it connects.
            await client.SendMailAsync(message, patience.Token).WaitAsync(patience.Token);
            return null;
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            return patience.IsCancellationRequested ? MailError.TooSlow : ErrorOf(failure);
        }
    }

    private static MailError ErrorOf(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is AuthenticationException)
                return MailError.NotAllowed;
            if (cause is SocketException { SocketErrorCode: not (SocketError.ConnectionReset or SocketError.ConnectionAborted) })
                return MailError.NoServer;
            if (cause is IOException or SocketException)
                return MailError.BrokeOff;
        }

        return failure is SmtpException { StatusCode: var answer } ? ErrorOf(answer) : MailError.Other;
    }

    private static MailError ErrorOf(SmtpStatusCode answer) => (int)answer switch
    {
        // Sign-in or encryption demanded or refused.
        454 or 530 or 534 or 535 or 538 => MailError.NotAllowed,
        >= 400 and < 500 => MailError.NotNow,
        >= 500 and < 600 => MailError.Rejected,
        _ => MailError.BrokeOff
    };
}
