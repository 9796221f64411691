using System.Globalization;
using TipSom.Domain.Cases;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Data.Seeding;

/// <summary>
/// Four months of cases, all but the last days, the same in every run: by chance from a fixed seed, but each referral only to a provider
/// that fitted at its moment. What is on the way today is told by <see cref="DemoRecentDays"/>.
/// </summary>
internal sealed class DemoHistory(DemoCast cast, ReferralClocks clocks, DateTimeOffset now)
{
    private const double OldestDays = 119;

    // Long enough ago that every path below has come to its end, so that only told cases are open.
    private const double NewestDays = 5.5;

    private static readonly (string Logger, int Cases)[] Posts =
    [
        (DemoPeople.LahoreOfficer, 14),
        (DemoPeople.ColleagueOf("PS-LHR-01"), 8),
        (DemoPeople.ColleagueOf("PS-LHR-02"), 12),
        (DemoPeople.ColleagueOf("PS-LHR-03"), 12),
        (DemoPeople.ColleagueOf("PS-FSD-01"), 14),
        (DemoPeople.ColleagueOf("PS-MUX-01"), 12),
        (DemoPeople.ColleagueOf("PS-RWP-01"), 12),
        (DemoPeople.KarachiOfficer, 18),
        (DemoPeople.ColleagueOf("PS-KHI-02"), 8),
        (DemoPeople.ColleagueOf("PS-HDD-01"), 12),
        (DemoPeople.FiaLahoreOfficer, 16),
        (DemoPeople.ColleagueOf("FIA-AHTC-KHI"), 10),
        (DemoPeople.ColleagueOf("FIA-AHTC-ISB"), 8),
        (DemoPeople.ColleagueOf("FIA-AHTC-GRW"), 8)
    ];

    private readonly Random random = new(20260817);

    /// <summary>The stories, oldest first.</summary>
    public IEnumerable<DemoStory> Stories()
    {
        var victims = new DemoVictims(random);
        var paths = new DemoPaths(cast, clocks, now, random);
        return Posts.SelectMany(post => Enumerable.Range(0, post.Cases).Select(i => Story(post.Logger, MomentOf(i, post.Cases), victims, paths)))
            .OrderBy(story => story.At)
            .ToList();
    }

    // Spread over the whole time, each somewhere within its share of it.
    private DateTimeOffset MomentOf(int index, int count) =>
        now.AddDays(-(NewestDays + (index + random.NextDouble()) * (OldestDays - NewestDays) / count));

    private DemoStory Story(string logger, DateTimeOffset at, DemoVictims victims, DemoPaths paths)
    {
        var isFia = cast.Users[logger].AgencyId == cast.Agencies["FIA"].Id;
        var facts = FactsOf(logger, isFia, at);
        var person = PersonOf(facts, isFia);
        var story = new DemoStory(logger, at, facts, person, victims.Identity(person.Sex), victims.Account(facts))
        {
            ReviewedAt = logger.Contains("lhr-0", StringComparison.Ordinal) || logger == DemoPeople.LahoreOfficer
                ? Chance(25) ? at.AddDays(1 + random.NextDouble() * 3) : null
                : null,
            Companion = Chance(8) ? CompanionOf(victims) : null,
            WasAsked = true
        };
        var answered = random.Next(100);
        if (answered < 4)
            return story;
        var consent = new DemoConsent(at.AddMinutes(8 + random.Next(90)), victims.Answer(person, answered >= 9, facts.DistrictCode));
        return story with { Consent = consent, Referrals = consent.Answer.IsGiven ? paths.ReferralsOf(logger, person, consent.At) : [] };
    }

    private CaseFacts FactsOf(string logger, bool isFia, DateTimeOffset at)
    {
        var (kind, border) = isFia switch
        {
            true when Chance(45) => (CaseKind.Smuggling, BorderCrossing.AcrossBorder),
            true => (CaseKind.Trafficking, BorderCrossing.AcrossBorder),
            false => (CaseKind.Trafficking, random.Next(100) switch { < 88 => BorderCrossing.InsidePakistan, < 96 => BorderCrossing.Unknown, _ => BorderCrossing.AcrossBorder })
        };
        var reference = Chance(55)
            ? string.Create(CultureInfo.InvariantCulture, $"{random.Next(12, 990)}/{PakistanTime.DayOf(at).Year}")
            : null;
        return new CaseFacts(kind, cast.DistrictOf(logger), border, reference);
    }

    private PersonFacts PersonOf(CaseFacts facts, bool isFia)
    {
        var sex = random.Next(100) switch
        {
            var roll when roll < (isFia ? 26 : 54) => Sex.Female,
            < 90 => Sex.Male,
            < 97 => Sex.Transgender,
            _ => Sex.Unknown
        };
        var age = random.Next(100) switch
        {
            < 5 => Age.Unknown,
            < 30 when facts.Kind == CaseKind.Trafficking => new Age(random.Next(7, 18), Chance(40)),
            _ => new Age(random.Next(18, 52), Chance(25))
        };
        var safety = random.Next(100) switch { < 34 => Safety.NotSafe, < 76 => Safety.Safe, _ => Safety.Unknown };
        return new PersonFacts(safety, sex, age, NeedsOf(facts, age.CountsAsChild));
    }

    private ServiceType[] NeedsOf(CaseFacts facts, bool isChild)
    {
        if (Chance(3))
            return [];
        ServiceType[] others = (facts, isChild) switch
        {
            ({ Border: BorderCrossing.AcrossBorder, Kind: CaseKind.Smuggling }, _) => [ServiceType.ReturnHome, ServiceType.LegalAid, ServiceType.FamilyTracing, ServiceType.FoodAndClothing],
            ({ Border: BorderCrossing.AcrossBorder }, _) => [ServiceType.ReturnHome, ServiceType.LegalAid, ServiceType.Counselling, ServiceType.FinancialHelp],
            (_, true) => [ServiceType.ChildProtection, ServiceType.Education, ServiceType.FamilyTracing, ServiceType.Counselling],
            (_, false) => [ServiceType.LegalAid, ServiceType.Counselling, ServiceType.Livelihood, ServiceType.EmergencyMedical, ServiceType.IdentityDocuments]
        };
        var other = others[random.Next(others.Length)];
        return facts.Kind == CaseKind.Trafficking && Chance(62) ? Chance(30) ? [ServiceType.Shelter, other] : [ServiceType.Shelter] : [other];
    }

    private (PersonFacts, IdentityDetails) CompanionOf(DemoVictims victims)
    {
        var sex = Chance(50) ? Sex.Female : Sex.Male;
        return (new PersonFacts(Safety.Unknown, sex, new Age(random.Next(8, 45), true), []), victims.Identity(sex));
    }

    private bool Chance(int percent) => random.Next(100) < percent;
}
