using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Assessment;

/// <summary>One place of a person's route, from recruitment to rescue. No address: a country, a district, a year or a day.</summary>
public sealed class RoutePlace
{
    /// <summary>More places than this are no route of one person.</summary>
    public const int Most = 20;

    /// <summary>The country the law asks about: transport into or out of it makes the case FIA's (PTPA 2018, s. 8).</summary>
    public const string Pakistan = "PK";

    /// <summary>No route begins before this year.</summary>
    public const int EarliestYear = 1950;

    private RoutePlace() { }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whose.</summary>
    public Guid VictimId { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Where it stands among the others; a place put between two takes the middle.</summary>
    public double Rank { get; private set; }

    /// <summary>What happened there.</summary>
    public RouteStage Stage { get; private set; }

    /// <summary>The country (ISO 3166-1 alpha-2).</summary>
    public string CountryCode { get; private set; } = "";

    /// <summary>The district, in Pakistan and where known.</summary>
    public string? DistrictCode { get; private set; }

    /// <summary>The year, where no more is known.</summary>
    public int? Year { get; private set; }

    /// <summary>The day.</summary>
    public DateOnly? Day { get; private set; }

    /// <summary>Who wrote it, and when.</summary>
    public Writing Written { get; private set; } = null!;

    /// <summary>When it was taken off the route; the row stays.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>Who took it off.</summary>
    public Guid? RemovedById { get; private set; }

    /// <summary>Whether it lies outside Pakistan.</summary>
    public bool IsAbroad => CountryCode != Pakistan;

    /// <summary>
    /// Puts a place on the route, before another one or at its end. Refuses a district outside Pakistan, a day to come, and both a year and a day.
    /// </summary>
    /// <param name="case">The case.</param>
    /// <param name="victim">Whose route.</param>
    /// <param name="place">The place.</param>
    /// <param name="route">The places that are on it.</param>
    /// <param name="before">The one it comes before; null for the end.</param>
    /// <param name="by">Who adds it.</param>
    /// <param name="today">The day it is in Pakistan.</param>
    /// <param name="now">When.</param>
    public static RoutePlace Add(
        Case @case, Victim victim, RouteFacts place, IReadOnlyCollection<RoutePlace> route, Guid? before, Actor by, DateOnly today, DateTimeOffset now)
    {
        place.Check(today);
        var standing = route.Where(p => p.RemovedAt is null).OrderBy(p => p.Rank).ToList();
        if (standing.Count >= Most)
            throw new RuleBrokenException("A route has {0} places at most.", Most);
        var next = standing.FindIndex(p => p.Id == before);
        return new RoutePlace
        {
            Id = Guid.CreateVersion7(),
            VictimId = victim.Id,
            CaseId = victim.CaseId,
            Rank = next switch
            {
                < 0 => standing.Count == 0 ? 1 : Math.Floor(standing[^1].Rank) + 1,
                0 => standing[0].Rank / 2,
                _ => (standing[next - 1].Rank + standing[next].Rank) / 2
            },
            Stage = place.Stage,
            CountryCode = place.CountryCode,
            DistrictCode = place.DistrictCode,
            Year = place.Year,
            Day = place.Day,
            Written = Writing.Of(@case, by, now)
        };
    }

    /// <summary>The same place at the same rank on the route of another person of the case, who has none yet.</summary>
    public RoutePlace SameOf(Case @case, Victim other, Actor by, DateTimeOffset now)
    {
        RefuseOtherCase(CaseId, other);
        return new()
        {
            Id = Guid.CreateVersion7(),
            VictimId = other.Id,
            CaseId = CaseId,
            Rank = Rank,
            Stage = Stage,
            CountryCode = CountryCode,
            DistrictCode = DistrictCode,
            Year = Year,
            Day = Day,
            Written = Writing.Of(@case, by, now)
        };
    }

    internal static void RefuseOtherCase(Guid caseId, Victim other)
    {
        if (other.CaseId != caseId)
            throw new RuleBrokenException("Choose another person of the same case.");
    }

    /// <summary>Takes the place off the route. Refuses one that was taken off already.</summary>
    public void Remove(Case @case, Actor by, DateTimeOffset now)
    {
        _ = Writing.Of(@case, by, now);
        if (RemovedAt is not null)
            throw new RuleBrokenException("This place was already taken off the route.");
        (RemovedAt, RemovedById) = (now, by.UserId);
    }
}

/// <summary>What was answered about one place.</summary>
/// <param name="Stage">What happened there.</param>
/// <param name="CountryCode">The country (ISO 3166-1 alpha-2).</param>
/// <param name="DistrictCode">The district, in Pakistan and where known.</param>
/// <param name="Year">The year, where no more is known.</param>
/// <param name="Day">The day.</param>
public sealed record RouteFacts(RouteStage Stage, string CountryCode, string? DistrictCode, int? Year, DateOnly? Day)
{
    internal void Check(DateOnly today)
    {
        if (CountryCode.Length != 2 || !CountryCode.All(char.IsAsciiLetterUpper))
            throw new RuleBrokenException("Choose the country from the list.");
        if (DistrictCode is not null && CountryCode != RoutePlace.Pakistan)
            throw new RuleBrokenException("A district is chosen for a place in Pakistan only.");
        if (Year is not null && Day is not null)
            throw new RuleBrokenException("Enter the year or the day, not both.");
        if (Year < RoutePlace.EarliestYear || Year > today.Year || Day?.Year < RoutePlace.EarliestYear || Day > today)
            throw new RuleBrokenException("Enter a year or a day that has been, from {0} on.", RoutePlace.EarliestYear);
    }
}

/// <summary>What happened at a place of the route.</summary>
public enum RouteStage
{
    /// <summary>The person was recruited or taken there.</summary>
    Recruitment,

    /// <summary>The person was brought through.</summary>
    Transit,

    /// <summary>The person was exploited there.</summary>
    Exploitation,

    /// <summary>The person was found or got free there.</summary>
    Rescue
}
