using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;

namespace TipSom.Domain.Care;

/// <summary>
/// Care given on one day. It belongs to the provider; the sender reads only what is marked for it. Never changed: a mistake is put
/// right by a new entry that names the wrong one.
/// </summary>
public sealed class CareEntry
{
    /// <summary>Longest note, in characters.</summary>
    public const int NoteMaxLength = 1000;

    /// <summary>Most hours of one entry.</summary>
    public const int MostHours = 24;

    /// <summary>Most times of one entry.</summary>
    public const int MostTimes = 99;

    private CareEntry() { }

    /// <summary>Internal id; what the seal is bound to.</summary>
    public Guid Id { get; private set; }

    /// <summary>The referral.</summary>
    public Guid ReferralId { get; private set; }

    /// <summary>The day the care was given.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>What was given.</summary>
    public ServiceType Service { get; private set; }

    /// <summary>How many hours, where that is counted.</summary>
    public decimal? Hours { get; private set; }

    /// <summary>How many times, where that is counted.</summary>
    public int? Times { get; private set; }

    /// <summary>Who reads it.</summary>
    public CareVisibility Visibility { get; private set; }

    /// <summary>Ciphertext of the note; null where there is none.</summary>
    public byte[]? SealedNote { get; private set; }

    /// <summary>The entry it puts right; null where it is a first one.</summary>
    public Guid? CorrectsId { get; private set; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who wrote it.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>The unit of that person then.</summary>
    public Guid ActorUnitId { get; private set; }

    /// <summary>Name and rank as they were then.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>Records care. Refuses unless the person is in care, and a day to come.</summary>
    public static CareEntry Record(Guid id, Referral referral, CareFacts facts, byte[]? sealedNote, Actor by, DateOnly today, DateTimeOffset now)
    {
        if (referral.Status != ReferralStatus.InCare)
            throw new RuleBrokenException("Care is recorded while the person is in care.");
        if (facts.Day > today)
            throw new RuleBrokenException("This day is still to come. Record care after it was given.");
        return new CareEntry
        {
            Id = id,
            ReferralId = referral.Id,
            Day = facts.Day,
            Service = facts.Service,
            Hours = facts.Hours,
            Times = facts.Times,
            Visibility = facts.Visibility,
            SealedNote = sealedNote,
            At = now,
            ActorId = by.UserId,
            ActorUnitId = by.UnitId,
            ActorName = by.Name
        };
    }

    /// <summary>
    /// Makes this entry the correction of another. Refuses one that was put right already, and hiding from the sender what it has
    /// read wrongly.
    /// </summary>
    public CareEntry Correcting(CareEntry wrong, bool isCorrected)
    {
        if (isCorrected)
            throw new RuleBrokenException("This entry was already corrected.");
        if (wrong.Visibility == CareVisibility.ForSender && Visibility == CareVisibility.OnlyUs)
            throw new RuleBrokenException("The sender reads the entry you correct, and must read the correction too.");
        CorrectsId = wrong.Id;
        return this;
    }
}

/// <summary>What an entry of care says, besides its note.</summary>
/// <param name="Day">The day the care was given.</param>
/// <param name="Service">What was given.</param>
/// <param name="Hours">How many hours, where that is counted.</param>
/// <param name="Times">How many times, where that is counted.</param>
/// <param name="Visibility">Who reads it.</param>
public sealed record CareFacts(DateOnly Day, ServiceType Service, decimal? Hours, int? Times, CareVisibility Visibility);
