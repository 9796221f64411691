namespace TipSom.Domain.Cases;

/// <summary>An offence as one text of one law had it: an amended section is a second entry with its own days.</summary>
/// <param name="code">Key, such as PTPA-3-2.</param>
/// <param name="act">Short name of the law.</param>
/// <param name="section">Section as the law numbers it, such as 3(2) or 371-A.</param>
/// <param name="title">What the offence is, in our words.</param>
/// <param name="class">To which count it belongs.</param>
public sealed class Offence(
    string code, string act, string section, string title, OffenceClass @class, decimal? minYears = null,
    decimal? maxYears = null, string? otherPenalty = null, string? fine = null, bool? isCognizable = null,
    bool? isBailable = null, bool? isCompoundable = null, string? investigator = null, string? trialCourt = null,
    string? validFromText = null, string? validToText = null, DateOnly? validFrom = null, DateOnly? validBefore = null,
    string? iccsHint = null, string source = "", string? note = null)
{
    /// <summary>Key, such as PTPA-3-2.</summary>
    public string Code { get; private set; } = code;

    /// <summary>Short name of the law.</summary>
    public string Act { get; private set; } = act;

    /// <summary>Section as the law numbers it.</summary>
    public string Section { get; private set; } = section;

    /// <summary>What the offence is, in our words.</summary>
    public string Title { get; private set; } = title;

    /// <summary>To which count it belongs.</summary>
    public OffenceClass Class { get; private set; } = @class;

    /// <summary>Least imprisonment in years (0.5 is six months); null where the text sets none of its own.</summary>
    public decimal? MinYears { get; private set; } = minYears;

    /// <summary>Longest imprisonment in years; null where it is for life, by another section, or not printed.</summary>
    public decimal? MaxYears { get; private set; } = maxYears;

    /// <summary>A heavier or different penalty than years, such as death or life imprisonment.</summary>
    public string? OtherPenalty { get; private set; } = otherPenalty;

    /// <summary>The fine in rupees in words, since laws say "and up to", "or" and "at least".</summary>
    public string? Fine { get; private set; } = fine;

    /// <summary>Whether police may arrest without warrant; null where not looked up.</summary>
    public bool? IsCognizable { get; private set; } = isCognizable;

    /// <summary>Whether bail is a right; null where not looked up.</summary>
    public bool? IsBailable { get; private set; } = isBailable;

    /// <summary>Whether the parties may settle it; null where not looked up.</summary>
    public bool? IsCompoundable { get; private set; } = isCompoundable;

    /// <summary>Who investigates.</summary>
    public string? Investigator { get; private set; } = investigator;

    /// <summary>Which court tries it.</summary>
    public string? TrialCourt { get; private set; } = trialCourt;

    /// <summary>Since when this text is law, as the source says it: a year, a month or a day.</summary>
    public string? ValidFromText { get; private set; } = validFromText;

    /// <summary>When this text stopped being law, as the source says it.</summary>
    public string? ValidToText { get; private set; } = validToText;

    // Sources often name only the year. The words are kept, and beside them the widest period they allow,
    // so that an offence of a doubtful day is offered under both texts and the officer decides.

    /// <summary>The earliest day on which this text can have been law; null if always, or not known.</summary>
    public DateOnly? ValidFrom { get; private set; } = validFrom;

    /// <summary>The first day on which this text certainly was no longer law; null while it is.</summary>
    public DateOnly? ValidBefore { get; private set; } = validBefore;

    /// <summary>UNODC's international classification of crimes, for exchange; a hint, not a ruling.</summary>
    public string? IccsHint { get; private set; } = iccsHint;

    /// <summary>Where the entry was read.</summary>
    public string Source { get; private set; } = source;

    /// <summary>Doubts and remarks for those who maintain the list.</summary>
    public string? Note { get; private set; } = note;

    /// <summary>False once the entry has left the list: old records still read it, forms no longer offer it.</summary>
    public bool IsOffered { get; private set; } = true;

    /// <summary>Whether an offence of this day may fall under this text.</summary>
    public bool MayApplyOn(DateOnly day) => (ValidFrom is null || day >= ValidFrom) && (ValidBefore is null || day < ValidBefore);

    /// <summary>Whether an offence of one of these days may fall under this text.</summary>
    public bool MayApplyBetween(DateOnly from, DateOnly to) => (ValidFrom is null || to >= ValidFrom) && (ValidBefore is null || from < ValidBefore);

    /// <summary>Takes the offence off the forms. Records that name it keep it.</summary>
    public void StopOffering() => IsOffered = false;
}
