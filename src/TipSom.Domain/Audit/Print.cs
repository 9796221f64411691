using TipSom.Domain.Identity;

namespace TipSom.Domain.Audit;

/// <summary>Proof that somebody printed a part of a case: who, when, what, with names or without, and why. Written in the transaction that shows it.</summary>
public sealed class Print
{
    private Print() { }

    /// <summary>Records a print. Refuses one without a reason.</summary>
    public Print(Guid caseId, PrintKind kind, Guid? victimId, bool withNames, Actor by, string reason, DateTimeOffset now)
    {
        if (reason.Trim().Length < IdentityOpening.ReasonMinLength)
            throw new RuleBrokenException("Say in a few words why you print this.");
        (Id, CaseId, Kind, VictimId, WithNames) = (Guid.CreateVersion7(), caseId, kind, victimId, withNames);
        (At, Reason) = (now, reason.Trim());
        (ActorId, ActorUnitId, ActorName) = (by.UserId, by.UnitId, by.Name);
    }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>What was printed.</summary>
    public PrintKind Kind { get; private set; }

    /// <summary>Of whom, where it is about one person.</summary>
    public Guid? VictimId { get; private set; }

    /// <summary>Whether it names the people.</summary>
    public bool WithNames { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>The unit of that person then.</summary>
    public Guid ActorUnitId { get; private set; }

    /// <summary>Name and rank as they were then.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>Why, in the person's words.</summary>
    public string Reason { get; private set; } = "";
}

/// <summary>What may be printed of a case.</summary>
public enum PrintKind
{
    /// <summary>The facts of the case and its people, to go with the first information report.</summary>
    FirAnnex,

    /// <summary>What the case knows of one person.</summary>
    VictimSummary
}
