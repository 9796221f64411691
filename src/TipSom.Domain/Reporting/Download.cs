using System.Text.Json;
using TipSom.Domain.Identity;

namespace TipSom.Domain.Reporting;

/// <summary>
/// A file of figures that somebody asked for: made beside the requests with that person's rights, kept sealed for a day, and seen by nobody
/// else.
/// </summary>
public sealed class Download
{
    /// <summary>Most files one person may ask for in a day.</summary>
    public const int MostADay = 10;

    /// <summary>How often making it is begun before it has failed: a file that ends each portal is not begun for ever.</summary>
    public const int MostAttempts = 3;

    /// <summary>Longest description of its period, in characters.</summary>
    public const int PeriodMaxLength = 40;

    /// <summary>Longest list of what was chosen, in characters.</summary>
    public const int ParametersMaxLength = 2_000;

    /// <summary>Longest name of the file, in characters.</summary>
    public const int FileNameMaxLength = 80;

    /// <summary>Longest sentence of a failure, in characters.</summary>
    public const int FailureMaxLength = 200;

    /// <summary>Longest name of a language, in characters.</summary>
    public const int LanguageMaxLength = 10;

    /// <summary>Largest file, in bytes.</summary>
    public const int ContentMaxLength = 50 * 1024 * 1024;

    /// <summary>The sentence that refuses the same a second time.</summary>
    public const string AskedAlready = "You have asked for this already. Wait until it is ready, or cancel it.";

    /// <summary>The sentence that refuses one more of a day.</summary>
    public const string TooMany = "You have asked for 10 files today. Ask again tomorrow.";

    /// <summary>The sentence that refuses to cancel what has ended.</summary>
    public const string HasEnded = "This download has ended already.";

    /// <summary>The sentence that refuses a file that is not there.</summary>
    public const string IsNotKept = "This file is not kept. Ask for it again.";

    /// <summary>The sentence that refuses a file made for another role or unit than the person has now.</summary>
    public const string RoleChanged = "Your role or unit has changed since you asked for this file. Ask for it again.";

    /// <summary>How a file ended that could not be made.</summary>
    public const string CouldNotBeMade = "The file could not be made. Ask for it again; if that fails too, tell the national desk.";

    /// <summary>How a file ended that took too long.</summary>
    public const string TookTooLong = "Making the file took too long. Ask for a shorter period.";

    /// <summary>How a file ended that grew too large.</summary>
    public const string IsTooLarge = "The file became larger than 50 MB. Ask for a shorter period.";

    /// <summary>How long a file is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private Download() { }

    /// <summary>Internal id; what the seal of the file is bound to.</summary>
    public Guid Id { get; private set; }

    /// <summary>The human number.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Who asked, and whose it is.</summary>
    public Guid UserId { get; private set; }

    /// <summary>The unit of that person then.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The role of that person then: the file is made with its rights, or not at all.</summary>
    public Role Role { get; private set; }

    /// <summary>What it holds.</summary>
    public DownloadKind Kind { get; private set; }

    /// <summary>Of which period, such as 2020 or 2020-21.</summary>
    public string Period { get; private set; } = "";

    /// <summary>What was chosen beside the period: codes as JSON, never words of a person.</summary>
    public string Parameters { get; private set; } = "{}";

    /// <summary>How it is written.</summary>
    public DownloadFormat Format { get; private set; }

    /// <summary>The language in which it is written.</summary>
    public string Language { get; private set; } = "";

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>How far it is.</summary>
    public DownloadStatus Status { get; private set; }

    /// <summary>How much is done.</summary>
    public int Done { get; private set; }

    /// <summary>Of how much; zero while that is not known.</summary>
    public int Of { get; private set; }

    /// <summary>How often making it was begun.</summary>
    public int Attempts { get; private set; }

    /// <summary>When it was begun.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>Until when one portal has it in hand; another may take it afterwards.</summary>
    public DateTimeOffset? InHandUntil { get; private set; }

    /// <summary>When it was ready, failed or was cancelled.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Until when the file is kept.</summary>
    public DateTimeOffset? KeptUntil { get; private set; }

    /// <summary>The sealed file, while it is kept.</summary>
    public byte[]? SealedContent { get; private set; }

    /// <summary>Length of the file, in bytes.</summary>
    public int? Length { get; private set; }

    /// <summary>Name of the file.</summary>
    public string? FileName { get; private set; }

    /// <summary>SHA-256 of the file.</summary>
    public byte[]? Sha256 { get; private set; }

    /// <summary>How many rows it has.</summary>
    public int? Rows { get; private set; }

    /// <summary>Why it failed: the key of a translated sentence.</summary>
    public string? Failure { get; private set; }

    /// <summary>How often it was taken out.</summary>
    public int TimesFetched { get; private set; }

    /// <summary>Asks for a file. Refuses the same kind twice at once, and more than <see cref="MostADay"/>.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="kind">What it holds.</param>
    /// <param name="period">Of which period: letters, digits and <c>. _ : / -</c>, since it stands in the audit trail.</param>
    /// <param name="parameters">What was chosen beside: codes.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="language">In which language.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="role">With which role.</param>
    /// <param name="sameUnfinished">Whether the person waits for one of this kind.</param>
    /// <param name="askedToday">How many the person asked for today.</param>
    /// <param name="now">When.</param>
    public static Download Ask(
        string number, DownloadKind kind, string period, IReadOnlyDictionary<string, string> parameters, DownloadFormat format, string language,
        Actor by, Role role, bool sameUnfinished, int askedToday, DateTimeOffset now)
    {
        if (sameUnfinished)
            throw new RuleBrokenException(AskedAlready);
        if (askedToday >= MostADay)
            throw new RuleBrokenException(TooMany);
        if (period.Length is 0 or > PeriodMaxLength || !period.All(c => char.IsAsciiLetterOrDigit(c) || " ._:/-".Contains(c)))
            throw new ArgumentException("A period is a code such as 2020-21.", nameof(period));
        var chosen = JsonSerializer.Serialize(new SortedDictionary<string, string>(parameters.ToDictionary(), StringComparer.Ordinal));
        if (chosen.Length > ParametersMaxLength)
            throw new ArgumentException("These are more choices than a download keeps.", nameof(parameters));
        return new Download
        {
            Id = Guid.CreateVersion7(),
            Number = number,
            UserId = by.UserId,
            UnitId = by.UnitId,
            Role = role,
            Kind = kind,
            Period = period,
            Parameters = chosen,
            Format = format,
            Language = language,
            AskedAt = now,
            Status = DownloadStatus.Waiting
        };
    }

    /// <summary>What was chosen, by name.</summary>
    public IReadOnlyDictionary<string, string> Choices() => JsonSerializer.Deserialize<Dictionary<string, string>>(Parameters)!;

    /// <summary>Nothing is made any more. Refused once it has ended.</summary>
    public void Cancel(DateTimeOffset now)
    {
        if (!Status.IsUnfinished())
            throw new RuleBrokenException(HasEnded);
        (Status, FinishedAt) = (DownloadStatus.Cancelled, now);
    }

    /// <summary>Takes the file out once more; the sealed file. Refused where it is not kept, and to who has another role or unit than when asking.</summary>
    public byte[] Fetch(Actor by, Role role, DateTimeOffset now)
    {
        if (Status != DownloadStatus.Ready || SealedContent is null || KeptUntil <= now)
            throw new RuleBrokenException(IsNotKept);
        if (by.UnitId != UnitId || role != Role)
            throw new RuleBrokenException(RoleChanged);
        TimesFetched++;
        return SealedContent;
    }
}
