using TipSom.Domain.Cases;
using TipSom.Domain.Identity;

namespace TipSom.Domain.Law;

/// <summary>One offence under which a case is looked at: an act and section as its text was when the offence happened.</summary>
public sealed class CaseOffence
{
    /// <summary>The sentence that asks for the days first.</summary>
    public const string SayWhenFirst = "Say first when the offence happened.";

    /// <summary>The sentence that refuses a text of another time.</summary>
    public const string NotLawThen = "This text was not law when the offence happened. Choose the text of that time.";

    /// <summary>The sentence that refuses the same offence twice.</summary>
    public const string ChosenAlready = "This offence is already chosen for the case.";

    /// <summary>The sentence that refuses to take off what a charge rests on.</summary>
    public const string ChargeRestsOnIt = "A charge rests on this offence. It stays.";

    private CaseOffence() { }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The offence of the catalogue.</summary>
    public string OffenceCode { get; private set; } = "";

    /// <summary>When it was chosen.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who chose it.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>The unit of that person then.</summary>
    public Guid ActorUnitId { get; private set; }

    /// <summary>Name and rank as they were then.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>When it was taken off again; null while it stands.</summary>
    public DateTimeOffset? DroppedAt { get; private set; }

    /// <summary>
    /// Chooses an offence whose text may have been law when it happened. Refuses before the days are known, a text of another time, one that
    /// left the catalogue, and one that is chosen already.
    /// </summary>
    public static CaseOffence Choose(Case @case, CaseLaw? law, Offence offence, IEnumerable<CaseOffence> chosen, Actor by, DateTimeOffset now)
    {
        @case.MustBeOpen();
        if (law is not { OffenceFrom: { } from, OffenceTo: { } to })
            throw new RuleBrokenException(SayWhenFirst);
        if (!offence.IsOffered || !offence.MayApplyBetween(from, to))
            throw new RuleBrokenException(NotLawThen);
        if (chosen.Any(c => c.OffenceCode == offence.Code && c.DroppedAt is null))
            throw new RuleBrokenException(ChosenAlready);
        return new CaseOffence
        {
            Id = Guid.CreateVersion7(),
            CaseId = @case.Id,
            OffenceCode = offence.Code,
            At = now,
            ActorId = by.UserId,
            ActorUnitId = by.UnitId,
            ActorName = by.Name
        };
    }

    /// <summary>Takes it off. Refuses one that a charge rests on, and one that is off already.</summary>
    public void Drop(Case @case, bool isCharged, DateTimeOffset now)
    {
        @case.MustBeOpen();
        if (isCharged)
            throw new RuleBrokenException(ChargeRestsOnIt);
        if (DroppedAt is not null)
            throw new RuleBrokenException("This offence was already taken off.");
        DroppedAt = now;
    }
}
