using System.Net.Mail;

namespace TipSom.Web.Telling;

/// <summary>The mail server, and what mails say of the portal. Without a host mails wait in the outbox.</summary>
public sealed class MailOptions
{
    public string? Host { get; set; }

    public int Port { get; set; } = 25;

    /// <summary>The sender; its domain is also that of every Message-ID.</summary>
    public string? From { get; set; }

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>Demands STARTTLS; a server without it gets no mail.</summary>
    public bool UseTls { get; set; }

    /// <summary>Address of the portal in links. Never taken from a request, which a stranger could forge.</summary>
    public string? PublicUrl { get; set; }

    public bool IsSet => !string.IsNullOrWhiteSpace(Host);

    /// <summary>What is wrong with the settings; null when nothing is.</summary>
    public string? Problem =>
        !IsSet ? null
        : Port is < 1 or > 65535 ? "Mail:Port is not a port."
        : !MailAddress.TryCreate(From, out _) ? "Mail:From is not set to an address."
        : !Uri.TryCreate(PublicUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https")
            ? "Mail:PublicUrl is not set to the address of the portal, such as https://tipsom.example."
        : User is null != Password is null ? "Mail:User and Mail:Password go together."
        : User is not null && !UseTls ? "Mail:User needs Mail:UseTls: a password is not sent in the clear."
        : null;
}
