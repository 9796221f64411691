using System.Security.Cryptography;
using TipSom.Domain.Agreements;
using TipSom.Domain.Cases;
using TipSom.Domain.Consents;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Tests;

/// <summary>Valid things to start from, made by the domain's own verbs. A test names only what matters to it.</summary>
internal static class A
{
    /// <summary>When the referrals of these tests are sent.</summary>
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>When the act under test happens: after every step that led up to it.</summary>
    public static readonly DateTimeOffset Later = Now.AddHours(2);

    public static readonly DateOnly Today = new(2026, 3, 2);

    public static readonly Guid PoliceAgency = Guid.CreateVersion7();
    public static readonly Guid FiaAgency = Guid.CreateVersion7();
    public static readonly Guid ProviderAgency = Guid.CreateVersion7();

    public static readonly Actor Officer = new(Guid.CreateVersion7(), Guid.CreateVersion7(), PoliceAgency, "SI Test Officer");
    public static readonly Actor Coordinator = new(Guid.CreateVersion7(), Guid.CreateVersion7(), FiaAgency, "DD Test Coordinator");
    public static readonly Actor Caseworker = new(Guid.CreateVersion7(), Guid.CreateVersion7(), ProviderAgency, "Test Caseworker");

    public const string Lahore = "PB-LHR";
    public const string Punjab = "PB";

    public static readonly IReadOnlyList<DataCategory> OptionalCategories =
        [.. Enum.GetValues<DataCategory>().Where(c => c != DataCategory.Needs)];

    public static readonly ReferralClocks Clocks = new(ClockRules());

    public static readonly ConsentAnswer Answer = new(
        IsGiven: true, ConsentBasis.OwnConsent, ConsentForm.Signed, GuardianInvolvement.NotAsked, "pnb", ThroughInterpreter: false,
        RecipientAgencyIds: [], Categories: Enum.GetValues<DataCategory>(), ExpiresAt: null);

    public static readonly AgreementTerms Terms = new(
        "MOU/TEST/001", AgreementKind.Memorandum, FiaAgency, ProviderAgency, "Director, Test", "Chair, Test",
        SignedOn: new DateOnly(2025, 12, 20), InForceFrom: new DateOnly(2026, 1, 1), InForceTo: new DateOnly(2026, 12, 31), Places: 20,
        Services: [ServiceType.Shelter, ServiceType.LegalAid], Groups: [VictimGroup.Women, VictimGroup.Girls],
        ProvinceCodes: [Punjab], DistrictCodes: [], ReferringAgencyIds: [PoliceAgency], DataCategories: Enum.GetValues<DataCategory>());

    public static readonly PlacementRequest Request =
        new(ServiceType.Shelter, [VictimGroup.Women], AgeYears: 30, Lahore, Punjab, PoliceAgency);

    public static Agreement Agreement => new(Terms);

    public static PersonFacts Person(Safety safety = Safety.Safe, Sex sex = Sex.Female, int? age = 30, params ServiceType[] needs) =>
        new(safety, sex, new Age(age, IsApproximate: false), needs.Length == 0 ? [ServiceType.Shelter] : needs);

    public static Case Case(PersonFacts? person = null, CaseFacts? facts = null) => Domain.Cases.Case.Log(
        RecordNumber.Draw(RecordNumber.CasePrefix, Now.Year), facts ?? new CaseFacts(CaseKind.Trafficking, Lahore, BorderCrossing.InsidePakistan, "123/2026"), person ?? Person(), Officer, Now);

    public static Victim Victim(PersonFacts? person = null) => Case(person).Victims[0];

    /// <summary>A yes on the ground that fits the person's age.</summary>
    public static Consent Consent(Victim victim, ConsentAnswer? answer = null)
    {
        var basis = victim.CountsAsChild ? ConsentBasis.ChildProtectionAuthority : ConsentBasis.OwnConsent;
        return Domain.Consents.Consent.Record(victim, answer ?? Answer with { Basis = basis }, Officer, Now);
    }

    public static Consent ConsentTo(params DataCategory[] categories) => Consent(Victim(), Answer with { Categories = categories });

    public static ProviderService Service(
        ServiceType service = ServiceType.Shelter, VictimGroup[]? groups = null, int? minAge = null, int? maxAge = null, Guid? agencyId = null) =>
        new(agencyId ?? ProviderAgency, Caseworker.UnitId, service, Lahore, groups ?? Enum.GetValues<VictimGroup>(), minAge, maxAge);

    public static ProviderFit Fit(
        ProviderService? service = null, Agreement? agreement = null, PlacementRequest? request = null, Consent? consent = null) =>
        ProviderFit.Judge(service ?? Service(), [agreement ?? Agreement], request ?? Request, consent, Today, Now);

    /// <summary>The same fit, with one thing in the way.</summary>
    public static ProviderFit FitWith(FitProblem problem) => Fit() with { Problems = [problem] };

    /// <summary>A person, a need, a provider that fits and a consent: all that sending takes.</summary>
    public static ReadyToSend ReadyToSend(PersonFacts? person = null, ConsentAnswer? answer = null)
    {
        var @case = Case(person);
        var victim = @case.Victims[0];
        return new ReadyToSend(@case, victim, victim.Needs[0], Fit(), Consent(victim, answer));
    }

    /// <summary>A referral with both its disclosures, in a state reached by the shortest way the lifecycle allows.</summary>
    public static Referral Referral(ReferralStatus status = ReferralStatus.Sent, PersonFacts? person = null)
    {
        var ready = ReadyToSend(person);
        var referral = ready.Send();
        foreach (var stage in Enum.GetValues<DisclosureStage>())
            referral.Attach(Guid.CreateVersion7(), stage, ready.Consent, RandomNumberGenerator.GetBytes(16), Now);
        var at = Now;
        foreach (var verb in WayTo(status))
            referral.Do(verb, at = at.AddMinutes(10));
        return referral;
    }

    /// <summary>Somebody whose step the verb is.</summary>
    public static Actor ActorOf(ReferralVerb verb) => ReferralLifecycle.ActorOf(verb) switch
    {
        Side.Sender => Officer,
        Side.Recipient => Caseworker,
        Side.National => Coordinator
    };

    /// <summary>Does the verb with valid arguments. A new verb without a line here does not compile.</summary>
    public static void Do(this Referral referral, ReferralVerb verb, DateTimeOffset at)
    {
        var by = ActorOf(verb);
        Action act = verb switch
        {
            ReferralVerb.Open => () => referral.Open(Clocks, by, at),
            ReferralVerb.RequestInformation => () => referral.RequestInformation(Clocks, by, at),
            ReferralVerb.GiveInformation => () => referral.GiveInformation(by, at),
            ReferralVerb.Accept => () => referral.Accept(Fit(), at, Clocks, by, at),
            ReferralVerb.Decline => () => referral.Decline(DeclineReason.Other, "Roof repair", Clocks, by, at),
            ReferralVerb.ConfirmDecline => () => referral.ConfirmDecline("No bed in the district.", Clocks, by, at),
            ReferralVerb.ReturnToProvider => () => referral.ReturnToProvider("A bed is free again.", Clocks, by, at),
            ReferralVerb.Reroute => () => referral.Reroute(by, at),
            ReferralVerb.Withdraw => () => referral.Withdraw(WithdrawReason.PlacedElsewhere, by, at),
            ReferralVerb.ConfirmArrival => () => referral.ConfirmArrival(codeIsRight: true, by, at),
            ReferralVerb.ReportNoShow => () => referral.ReportNoShow(by, at),
            ReferralVerb.Close => () => referral.Close(ReferralOutcome.SupportCompleted, by, at),
            ReferralVerb.Void => () => referral.Void("Entered twice.", by, at)
        };
        act();
    }

    /// <summary>The times of the design, in minutes from sending (seen, answered) and from acceptance (arrived).</summary>
    private static Dictionary<(Urgency, ClockStep), TimeSpan> ClockRules() => new()
    {
        [(Urgency.Emergency, ClockStep.Seen)] = TimeSpan.FromMinutes(30),
        [(Urgency.Emergency, ClockStep.Answered)] = TimeSpan.FromHours(2),
        [(Urgency.Emergency, ClockStep.Arrived)] = TimeSpan.FromHours(12),
        [(Urgency.Urgent, ClockStep.Seen)] = TimeSpan.FromHours(4),
        [(Urgency.Urgent, ClockStep.Answered)] = TimeSpan.FromHours(24),
        [(Urgency.Urgent, ClockStep.Arrived)] = TimeSpan.FromHours(48),
        [(Urgency.Routine, ClockStep.Seen)] = TimeSpan.FromHours(24),
        [(Urgency.Routine, ClockStep.Answered)] = TimeSpan.FromHours(72),
        [(Urgency.Routine, ClockStep.Arrived)] = TimeSpan.FromDays(7)
    };

    private static List<ReferralVerb> WayTo(ReferralStatus status)
    {
        var ways = new Dictionary<ReferralStatus, List<ReferralVerb>> { [ReferralStatus.Sent] = [] };
        var open = new Queue<ReferralStatus>([ReferralStatus.Sent]);
        while (!ways.ContainsKey(status) && open.TryDequeue(out var from))
            foreach (var next in ReferralLifecycle.Transitions.Where(t => t.From == from))
                if (ways.TryAdd(next.To, [.. ways[from], next.Verb]))
                    open.Enqueue(next.To);
        return ways[status];
    }
}

/// <summary>Everything sending takes; a test replaces one part with <c>with</c>.</summary>
internal sealed record ReadyToSend(Case Case, Victim Victim, Need Need, ProviderFit Fit, Consent Consent)
{
    public Referral Send(DateTimeOffset? at = null) =>
        Referral.Send(RecordNumber.Draw(RecordNumber.ReferralPrefix, A.Now.Year), Case, Victim, Need, Fit, Consent, A.Clocks, A.Officer, at ?? A.Now);
}
