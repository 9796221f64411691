namespace TipSom.Domain.Drafts;

/// <summary>
/// What somebody has typed into a form and not finished, kept for that person alone until the form is carried out. One for each person
/// and page; nothing in it has been judged.
/// </summary>
public sealed class Draft
{
    /// <summary>Most a draft holds, in bytes of what was typed.</summary>
    public const int MaxBytes = 64 * 1024;

    /// <summary>Most drafts of one person, so that nobody fills the disk with them.</summary>
    public const int MostKept = 100;

    /// <summary>The sentence that refuses one more.</summary>
    public const string TooMany = "You have 100 drafts. Finish or discard one of them first.";

    /// <summary>Longest address of a page, in characters.</summary>
    public const int PageMaxLength = 400;

    /// <summary>Longest title, in characters.</summary>
    public const int TitleMaxLength = 100;

    /// <summary>Longest number of a record, in characters.</summary>
    public const int NumberMaxLength = 20;

    /// <summary>Days before its end from which a draft is called urgent.</summary>
    public const int ReminderDays = 3;

    /// <summary>How long a draft is kept after it was last saved.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(28);

    private Draft() { }

    /// <summary>An empty draft of one page; nothing is kept before <see cref="Save"/>.</summary>
    /// <param name="userId">Whose draft.</param>
    /// <param name="page">Local address of the page: its path and query.</param>
    /// <param name="number">Number of the case or referral the page is about, if any.</param>
    public Draft(Guid userId, string page, string? number) =>
        (Id, UserId, Page, Number) = (Guid.CreateVersion7(), userId, page, number);

    /// <summary>Internal id; what was typed is sealed to it.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whose draft.</summary>
    public Guid UserId { get; private set; }

    /// <summary>Local address of the page.</summary>
    public string Page { get; private set; } = "";

    /// <summary>What the form is called; the key of a translated text.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Number of the case or referral, if any.</summary>
    public string? Number { get; private set; }

    /// <summary>The form that saved it last: a form on a screen saves again and again, and is never newer than itself.</summary>
    public Guid FormKey { get; private set; }

    /// <summary>What was typed, sealed; empty once the draft has ended.</summary>
    public byte[] SealedContent { get; private set; } = [];

    /// <summary>When it was saved last, to the millisecond; also its version.</summary>
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>Until when it is kept.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When the form was carried out or the draft discarded or expired; null while it is kept.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The version, as forms carry it: milliseconds.</summary>
    public long Version => SavedAt.ToUnixTimeMilliseconds();

    /// <summary>Whether there is something to go on with.</summary>
    public bool IsKept(DateTimeOffset now) => EndedAt is null && SealedContent.Length > 0 && ExpiresAt > now;

    /// <summary>Whole days left to one that expires then, rounded up.</summary>
    public static int DaysLeft(DateTimeOffset expiresAt, DateTimeOffset now) => (int)Math.Ceiling((expiresAt - now).TotalDays);

    /// <summary>Whether another form saved it after this one last read it: saving would overwrite what was typed elsewhere.</summary>
    /// <param name="form">Key of the form that wants to save.</param>
    /// <param name="basedOn">The version that form was filled from, or saved last; 0 where it knew none.</param>
    /// <param name="now">The moment.</param>
    public bool IsNewerThan(Guid form, long basedOn, DateTimeOffset now) => IsKept(now) && FormKey != form && Version != basedOn;

    /// <summary>Keeps what was typed, for another <see cref="Kept"/>. Refuses to overwrite what was typed elsewhere since.</summary>
    public void Save(string title, byte[] sealedContent, Guid form, long basedOn, DateTimeOffset now)
    {
        if (IsNewerThan(form, basedOn, now))
            throw new RuleBrokenException("This form was saved elsewhere in the meantime. Choose which of the two to keep.");
        var moment = DateTimeOffset.FromUnixTimeMilliseconds(Math.Max(now.ToUnixTimeMilliseconds(), SavedAt == default ? 0 : Version + 1));
        (Title, SealedContent, FormKey) = (title, sealedContent, form);
        (SavedAt, ExpiresAt, EndedAt) = (moment, moment + Kept, null);
    }
}
