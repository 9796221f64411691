using System.Net.Mail;

namespace TipSom.Web.Audit;

/// <summary>Where the heads of the trail are signed to. Without a key and a file they are not, and the log says so.</summary>
public sealed class AnchorOptions
{
    /// <summary>PEM file of the key, which only its owner reads and which is not in the database.</summary>
    public string? SigningKey { get; set; }

    /// <summary>The file of anchors, outside the database and its backups.</summary>
    public string? AnchorFile { get; set; }

    /// <summary>Address of oversight that gets the heads too.</summary>
    public string? AnchorMail { get; set; }

    /// <summary>Minutes between two anchors.</summary>
    public int Minutes { get; set; } = 10;

    /// <summary>Whether a missing key is made: on a developer's machine only.</summary>
    public bool MakeKey { get; set; }

    public bool IsSet => !string.IsNullOrWhiteSpace(SigningKey);

    /// <summary>What is wrong with the settings; null when nothing is.</summary>
    public string? Problem =>
        string.IsNullOrWhiteSpace(SigningKey) != string.IsNullOrWhiteSpace(AnchorFile) ? "TipSom:Audit:SigningKey and TipSom:Audit:AnchorFile go together."
        : AnchorMail is not null && !MailAddress.TryCreate(AnchorMail, out _) ? "TipSom:Audit:AnchorMail is not an address."
        : Minutes is < 1 or > 60 ? "TipSom:Audit:AnchorMinutes is between 1 and 60."
        : null;
}
