using TipSom.Domain.Cases;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;
using static TipSom.Domain.Services.ServiceType;

namespace TipSom.Data.Seeding;

/// <summary>
/// What is on the way when the demo begins, told one by one, so that the officer's queue, the shelter's inbox and the national board
/// show each state: in time, due soon, overdue, arriving today, late. Hours count back from now; an arrival may lie ahead.
/// </summary>
internal sealed class DemoRecentDays(DemoCast cast, DateTimeOffset now)
{
    private readonly DemoVictims victims = new(new Random(41), firstNumber: 500);

    public IEnumerable<DemoStory> Stories() =>
    [
        .. LahoreStationToday(), .. LahoreStationWaiting(), .. OtherStationsInPunjab(), .. Sindh(), .. Fia()
    ];

    // Noor-e-Sehr's inbox: one just sent, two overdue, one to answer soon, one arriving, one in care.
    private IEnumerable<DemoStory> LahoreStationToday()
    {
        const string officer = DemoPeople.LahoreOfficer;
        yield return Story(officer, 0.5, Woman(24, Safety.NotSafe, Shelter), To("NOOR-LHR", Shelter, 0.3));
        yield return Story(officer, 3.5, Woman(31, Safety.NotSafe, Shelter, LegalAid), To("NOOR-LHR", Shelter, 3));
        yield return Story(DemoPeople.ColleagueOf("PS-LHR-01"), 21, Woman(19, Safety.Safe, Shelter), To("NOOR-LHR", Shelter, 20, Seen(17)));
        yield return Story(officer, 6, Woman(15, Safety.Unknown, Shelter), To("NOOR-LHR", Shelter, 5, Seen(4.8)));
        yield return Story(officer, 10, Woman(28, Safety.NotSafe, Shelter), To("NOOR-LHR", Shelter, 9, Seen(8.8), Accepted(8, -2)));
        // The whole case file, from the family to the arrest.
        yield return Story(officer, 62, Woman(37, Safety.Safe, Counselling),
            To("NOOR-LHR", Counselling, 60, Seen(58), Accepted(50, 42), Arrived(41))) with
        { Identity = DemoFamily.Mother, FileFrom = Ago(40) };
        yield return Story(officer, 0.9, Man(16, Safety.Safe, Shelter), To("KHWAB-LHR", Shelter, 0.3));
        yield return Story(officer, 3.6, Man(29, Safety.Safe, LegalAid), To("CHIRAGH-LHR", LegalAid, 3));
        yield return Story(officer, 4, new(Safety.Safe, Sex.Transgender, new Age(30, false), [Shelter]), To("HUMQADAM-LHR", Shelter, 3, Seen(2)));
    }

    // The officer's own queue: declined a moment ago, nobody fits, consent not asked, consent refused, taken back.
    private IEnumerable<DemoStory> LahoreStationWaiting()
    {
        const string officer = DemoPeople.LahoreOfficer;
        yield return Story(officer, 10, Woman(22, Safety.Safe, Shelter),
            To("KACHHI-LHR", Shelter, 9, Seen(7), Declined(2.5, DeclineReason.NoPlace)));
        // Asked what the person needs to know first; entered twice; declined, and the desk agreed that there was no place.
        yield return Story(officer, 13, Woman(21, Safety.Safe, Shelter), To("NOOR-LHR", Shelter, 12, Seen(9), Asked(1)));
        yield return Story(officer, 30, Woman(44, Safety.Safe, Counselling), To("NOOR-LHR", Counselling, 29, Seen(28), Void(27)))
            with
        { Closed = (CloseReason.Duplicate, Ago(26.5)) };
        yield return Story(officer, 27, Woman(23, Safety.Safe, Shelter),
            To("KACHHI-LHR", Shelter, 26, Seen(25), Declined(20, DeclineReason.NoPlace), Returned(19), Declined(17, DeclineReason.NoPlace), Confirmed(16)));
        yield return Story(officer, 34, Woman(32, Safety.Safe, Shelter),
            To("NOOR-LHR", Shelter, 33, Seen(32), Asked(31), Told(30.5), Accepted(29, 20), NoShow(14)));
        yield return Story(officer, 5, Man(34, Safety.Unknown, Shelter));
        yield return Story(officer, 2, new(Safety.NotSafe, Sex.Female, Age.Unknown, [Shelter]), Answer.NotAsked);
        yield return Story(officer, 7, Woman(26, Safety.Safe, Shelter, Counselling), Answer.No);
        yield return Story(DemoPeople.ColleagueOf("PS-LHR-01"), 44, Woman(33, Safety.Safe, Shelter),
            To("NOOR-LHR", Shelter, 40, Withdrawn(38, WithdrawReason.PersonRefused)));
    }

    private IEnumerable<DemoStory> OtherStationsInPunjab()
    {
        yield return Story(DemoPeople.ColleagueOf("PS-LHR-02"), 2, Woman(20, Safety.Safe, Shelter), To("NOOR-LHR", Shelter, 1.5));
        // Sent on the last days of the memorandum, answered when it was over.
        const double lastDays = 24 * (DemoAgreements.AashianaEndedDaysAgo + 0.3);
        yield return Story(DemoPeople.ColleagueOf("PS-LHR-02"), lastDays + 4, Man(41, Safety.Safe, Shelter),
            To("AASHIANA-LHR", Shelter, lastDays, Seen(lastDays - 3), Declined(lastDays - 43, DeclineReason.AgreementEnded)));
        yield return Story(DemoPeople.ColleagueOf("PS-LHR-03"), 41, Man(10, Safety.Safe, Shelter),
            To("KHWAB-LHR", Shelter, 40, Seen(39.8), Accepted(39, 30)));
        yield return Story(DemoPeople.ColleagueOf("PS-LHR-03"), 12, Woman(17, Safety.NotSafe, Shelter, ChildProtection), Answer.NotAsked);
        yield return Story(DemoPeople.ColleagueOf("PS-FSD-01"), 11, Man(40, Safety.Safe, Shelter), To("BHATTA-FSD", Shelter, 10));
        yield return Story(DemoPeople.ColleagueOf("PS-FSD-01"), 71, Man(33, Safety.Safe, Shelter),
            To("BHATTA-FSD", Shelter, 70, Seen(68), Accepted(60, 50), Arrived(49)));
        yield return Story(DemoPeople.ColleagueOf("PS-MUX-01"), 31, Woman(29, Safety.Safe, Counselling), To("MEHFOOZ-LHR", Counselling, 30, Seen(28)));
        yield return Story(DemoPeople.ColleagueOf("PS-RWP-01"), 9, Woman(12, Safety.Unknown, ChildProtection),
            To("CPB-LHR", ChildProtection, 7, Seen(6.8), Accepted(6, -5)));
    }

    private IEnumerable<DemoStory> Sindh()
    {
        const string officer = DemoPeople.KarachiOfficer;
        yield return Story(officer, 0.8, Woman(25, Safety.NotSafe, Shelter), To("SITARA-KHI", Shelter, 0.4));
        yield return Story(officer, 20, Woman(30, Safety.Safe, Shelter), To("SITARA-KHI", Shelter, 19, Seen(17), Accepted(15, -3)));
        yield return Story(officer, 3, Man(14, Safety.Safe, Shelter), To("KHWAB-KHI", Shelter, 1.8, Seen(1.5)));
        // On its way when the memorandum was suspended: it can no longer be accepted.
        yield return Story(officer, 21, Man(38, Safety.Safe, Shelter), To("SAMANDAR-KHI", Shelter, 20, Seen(18)));
        yield return Story(DemoPeople.ColleagueOf("PS-HDD-01"), 8, Woman(35, Safety.NotSafe, Shelter),
            To("SITARA-KHI", Shelter, 7, Seen(6.8), Declined(6, DeclineReason.Safety)));
    }

    private IEnumerable<DemoStory> Fia()
    {
        yield return Across(DemoPeople.FiaLahoreOfficer, 28, Man(30, Safety.Safe, ReturnHome),
            To("RAHGUZAR-ISB", ReturnHome, 26, Seen(24), Accepted(20, -6)));
        yield return Smuggling(DemoPeople.FiaLahoreOfficer, 8, Man(22, Safety.Safe, ReturnHome), Answer.Yes, To("RAHGUZAR-ISB", ReturnHome, 7));
        yield return Across(DemoPeople.ColleagueOf("FIA-AHTC-KHI"), 50, new(Safety.Safe, Sex.Transgender, new Age(26, false), [Shelter]),
            To("HUMQADAM-KHI", Shelter, 48, Seen(46), Accepted(40, 10)));
        yield return Smuggling(DemoPeople.ColleagueOf("FIA-AHTC-ISB"), 5, Man(19, Safety.Safe, FoodAndClothing), Answer.NotAsked);
        yield return Across(DemoPeople.ColleagueOf("FIA-AHTC-GRW"), 6, Man(23, Safety.Safe, LegalAid), To("CHIRAGH-LHR", LegalAid, 5, Seen(3)));
    }

    private enum Answer { Yes, No, NotAsked }

    private DemoStory Story(string officer, double hoursAgo, PersonFacts person, params DemoReferral[] referrals) =>
        Story(officer, hoursAgo, person, Answer.Yes, referrals);

    private DemoStory Story(string officer, double hoursAgo, PersonFacts person, Answer answer, params DemoReferral[] referrals) =>
        Story(officer, hoursAgo, CaseKind.Trafficking, BorderCrossing.InsidePakistan, person, answer, referrals);

    private DemoStory Across(string officer, double hoursAgo, PersonFacts person, params DemoReferral[] referrals) =>
        Story(officer, hoursAgo, CaseKind.Trafficking, BorderCrossing.AcrossBorder, person, Answer.Yes, referrals);

    private DemoStory Smuggling(string officer, double hoursAgo, PersonFacts person, Answer answer, params DemoReferral[] referrals) =>
        Story(officer, hoursAgo, CaseKind.Smuggling, BorderCrossing.AcrossBorder, person, answer, referrals);

    private DemoStory Story(
        string officer, double hoursAgo, CaseKind kind, BorderCrossing border, PersonFacts person, Answer answer, DemoReferral[] referrals)
    {
        var at = Ago(hoursAgo);
        var facts = new CaseFacts(kind, cast.DistrictOf(officer), border, null);
        // Asked on the way from the case to its first referral.
        var askedAt = at + ((referrals is [var first, ..] ? first.At : now) - at) / 2;
        return new DemoStory(officer, at, facts, person, victims.Identity(person.Sex), victims.Account(facts))
        {
            Consent = answer == Answer.NotAsked
                ? null
                : new DemoConsent(askedAt, victims.Answer(person, answer == Answer.Yes, facts.DistrictCode)),
            Referrals = referrals
        };
    }

    private DemoReferral To(string unit, ServiceType service, double hoursAgo, params DemoStep[] steps) => new((unit, service), Ago(hoursAgo), null, steps);

    private DemoStep Seen(double hoursAgo) => new(ReferralVerb.Open, Ago(hoursAgo));

    private DemoStep Accepted(double hoursAgo, double arrivalHoursAgo) => new(ReferralVerb.Accept, Ago(hoursAgo)) { Arrival = Ago(arrivalHoursAgo) };

    private DemoStep Arrived(double hoursAgo) => new(ReferralVerb.ConfirmArrival, Ago(hoursAgo));

    private DemoStep Declined(double hoursAgo, DeclineReason reason) => new(ReferralVerb.Decline, Ago(hoursAgo)) { Declined = reason };

    private DemoStep Asked(double hoursAgo) => new(ReferralVerb.RequestInformation, Ago(hoursAgo));

    private DemoStep Told(double hoursAgo) => new(ReferralVerb.GiveInformation, Ago(hoursAgo));

    private DemoStep Confirmed(double hoursAgo) => new(ReferralVerb.ConfirmDecline, Ago(hoursAgo));

    private DemoStep Returned(double hoursAgo) => new(ReferralVerb.ReturnToProvider, Ago(hoursAgo));

    private DemoStep NoShow(double hoursAgo) => new(ReferralVerb.ReportNoShow, Ago(hoursAgo));

    private DemoStep Void(double hoursAgo) => new(ReferralVerb.Void, Ago(hoursAgo));

    private DemoStep Withdrawn(double hoursAgo, WithdrawReason reason) => new(ReferralVerb.Withdraw, Ago(hoursAgo)) { Withdrawn = reason };

    private DateTimeOffset Ago(double hours) => now.AddHours(-hours);

    private static PersonFacts Woman(int age, Safety safety, params ServiceType[] needs) => new(safety, Sex.Female, new Age(age, false), needs);

    private static PersonFacts Man(int age, Safety safety, params ServiceType[] needs) => new(safety, Sex.Male, new Age(age, false), needs);
}
