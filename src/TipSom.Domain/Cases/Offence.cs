namespace TipSom.Domain.Cases;

/// <summary>An offence as one text of one law had it: an amended section is a second entry with its own days.</summary>
/// <param name="code">Key, such as PTPA-3-2.</param>
/// <param name="act">Short name of the law.</param>
/// <param name="section">Section as the law numbers it, such as 3(2) or 371-A.</param>
/// <param name="title">What the offence is, in our words.</param>
/// <param name="class">To which count it belongs.</param>
public sealed class Offence(string code, string act, string section, string title, OffenceClass @class)
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
    public decimal? MinYears { get; init; }

    /// <summary>Longest imprisonment in years; null where it is for life, by another section, or not printed.</summary>
    public decimal? MaxYears { get; init; }

    /// <summary>A heavier or different penalty than years, such as death or life imprisonment.</summary>
    public string? OtherPenalty { get; init; }

    /// <summary>The fine in rupees in words, since laws say "and up to", "or" and "at least".</summary>
    public string? Fine { get; init; }

    /// <summary>Whether police may arrest without warrant; null where not looked up.</summary>
    public bool? IsCognizable { get; init; }

    /// <summary>Whether bail is a right; null where not looked up.</summary>
    public bool? IsBailable { get; init; }

    /// <summary>Whether the parties may settle it; null where not looked up.</summary>
    public bool? IsCompoundable { get; init; }

    /// <summary>Who investigates.</summary>
    public string? Investigator { get; init; }

    /// <summary>Which court tries it.</summary>
    public string? TrialCourt { get; init; }

    /// <summary>Since when this text is law, as the source says it: a year, a month or a day.</summary>
    public string? ValidFromText { get; init; }

    /// <summary>When this text stopped being law, as the source says it.</summary>
    public string? ValidToText { get; init; }

    // Sources often name only the year. The words are kept, and beside them the widest period they allow,
    // so that an offence of a doubtful day is offered under both texts and the officer decides.

    /// <summary>The earliest day on which this text can have been law; null if always, or not known.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The first day on which this text certainly was no longer law; null while it is.</summary>
    public DateOnly? ValidBefore { get; init; }

    /// <summary>UNODC's international classification of crimes, for exchange; a hint, not a ruling.</summary>
    public string? IccsHint { get; init; }

    /// <summary>Where the entry was read.</summary>
    public string Source { get; init; } = "";

    /// <summary>Doubts and remarks for those who maintain the list.</summary>
    public string? Note { get; init; }

    /// <summary>False once the entry has left the list: old records still read it, forms no longer offer it.</summary>
    public bool IsOffered { get; private set; } = true;

    /// <summary>Whether an offence of this day may fall under this text.</summary>
    public bool MayApplyOn(DateOnly day) => (ValidFrom is null || day >= ValidFrom) && (ValidBefore is null || day < ValidBefore);

    /// <summary>Takes the offence off the forms. Records that name it keep it.</summary>
    public void StopOffering() => IsOffered = false;
}
