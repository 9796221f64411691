using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Assessment;

/// <summary>
/// The days in which a person recovers and decides freely whether to work with the police. Nobody has to make a statement in it. A practice
/// of other countries: no law of Pakistan fixes its length.
/// </summary>
public sealed class ReflectionPeriod
{
    /// <summary>The length where nobody chose another, in days. A default, not law.</summary>
    public const int DefaultDays = 30;

    /// <summary>A longer period is a mistyped day, in days.</summary>
    public const int MostDays = 365;

    private ReflectionPeriod() { }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whose.</summary>
    public Guid VictimId { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>1, 2, 3 … for the person; the latest one holds.</summary>
    public int Version { get; private set; }

    /// <summary>Who wrote it, and when.</summary>
    public Writing Written { get; private set; } = null!;

    /// <summary>Its first day.</summary>
    public DateOnly StartsOn { get; private set; }

    /// <summary>Its last day.</summary>
    public DateOnly EndsOn { get; private set; }

    /// <summary>How many days, both ends counted.</summary>
    public int Days => EndsOn.DayNumber - StartsOn.DayNumber + 1;

    /// <summary>The last day where nobody chose one.</summary>
    public static DateOnly EndAfter(DateOnly start) => start.AddDays(DefaultDays - 1);

    /// <summary>Notes the period. Refuses an end before the start, and more than a year.</summary>
    public static ReflectionPeriod Record(
        Case @case, Victim victim, DateOnly startsOn, DateOnly? endsOn, Versions versions, Actor by, DateTimeOffset now)
    {
        var end = endsOn ?? EndAfter(startsOn);
        if (end < startsOn || end > startsOn.AddDays(MostDays))
            throw new RuleBrokenException("The last day comes after the first, within a year.");
        return new ReflectionPeriod
        {
            Id = Guid.CreateVersion7(),
            VictimId = victim.Id,
            CaseId = victim.CaseId,
            Version = versions.Next,
            Written = Writing.Of(@case, by, now),
            StartsOn = startsOn,
            EndsOn = end
        };
    }

    /// <summary>Whether the day lies in it.</summary>
    public bool Holds(DateOnly day) => StartsOn <= day && day <= EndsOn;
}
