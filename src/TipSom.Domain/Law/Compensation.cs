using TipSom.Domain.Cases;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Law;

/// <summary>What one victim is to get: asked of the court, ordered, paid (CrPC ss. 544-A and 545; PTPA 2018, s. 13).</summary>
public sealed class Compensation
{
    /// <summary>The sentence that refuses amounts and days that contradict each other.</summary>
    public const string InDisorder = "Each amount has its day, none lies in the future, and no more is paid than was ordered.";

    /// <summary>Highest amount that may be written, in rupees.</summary>
    public const long MostRupees = 1_000_000_000;

    private Compensation() { }

    /// <summary>What is to be recorded of one victim.</summary>
    public Compensation(Victim victim) => (Id, CaseId, VictimId) = (Guid.CreateVersion7(), victim.CaseId, victim.Id);

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Who is to get it.</summary>
    public Guid VictimId { get; private set; }

    /// <summary>The day it was asked of the court.</summary>
    public DateOnly? AskedOn { get; private set; }

    /// <summary>What the court ordered, in rupees.</summary>
    public long? OrderedRupees { get; private set; }

    /// <summary>The day of the order.</summary>
    public DateOnly? OrderedOn { get; private set; }

    /// <summary>What was paid so far, in rupees.</summary>
    public long? PaidRupees { get; private set; }

    /// <summary>The day of the last payment.</summary>
    public DateOnly? PaidOn { get; private set; }

    /// <summary>Says how it stands. Refuses an amount without its day, a day to come, and more paid than ordered.</summary>
    public void Stands(Case @case, DateOnly? askedOn, Amount? ordered, Amount? paid, DateOnly today)
    {
        @case.MustBeOpen();
        if (askedOn > today || IsImpossible(ordered, today) || IsImpossible(paid, today) || paid is not null && !(paid.Rupees <= ordered?.Rupees))
            throw new RuleBrokenException(InDisorder);
        (AskedOn, OrderedRupees, OrderedOn, PaidRupees, PaidOn) = (askedOn, ordered?.Rupees, ordered?.On, paid?.Rupees, paid?.On);
    }

    private static bool IsImpossible(Amount? amount, DateOnly today) => amount is not null && (amount.Rupees is < 0 or > MostRupees || amount.On > today);
}

/// <summary>An amount and its day.</summary>
/// <param name="Rupees">Rupees.</param>
/// <param name="On">The day.</param>
public sealed record Amount(long Rupees, DateOnly On);
