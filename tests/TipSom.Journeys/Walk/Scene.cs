using Microsoft.EntityFrameworkCore;
using TipSom.Data.Identity;
using TipSom.Domain.Agreements;
using TipSom.Domain.Care;
using TipSom.Domain.Cases;
using TipSom.Domain.Emergency;
using TipSom.Domain.Finding;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Domain.Reporting;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;
using TipSom.TestSupport;

namespace TipSom.Journeys.Walk;

/// <summary>A small world in which every page has something to show: a record in each state, and somebody in each role.</summary>
public sealed class Scene
{
    public required Force Police { get; init; }

    public required Provider Shelter { get; init; }

    public required Agreement Agreement { get; init; }

    /// <summary>The agreement of a shelter for men, which has run out.</summary>
    public required Agreement Expired { get; init; }

    /// <summary>Case of a person whose consent was not asked yet.</summary>
    public required Case Fresh { get; init; }

    /// <summary>Corrected and closed.</summary>
    public required Case Ended { get; init; }

    /// <summary>Case of a child whose age nobody knows, with consent and not referred.</summary>
    public required Case Ready { get; init; }

    /// <summary>Case of a mother with her son, a suspect, and the mother accused.</summary>
    public required Case Family { get; init; }

    /// <summary>The tie of the two.</summary>
    public required Guid Tie { get; init; }

    /// <summary>Case of a referred person, with its first referral.</summary>
    public required Case Referred { get; init; }

    /// <summary>Case that is shared, and whose lead an officer proposes to hand over.</summary>
    public required Case Together { get; init; }

    /// <summary>A share of it that waits for a supervisor.</summary>
    public required Guid Asked { get; init; }

    /// <summary>Case whose lead is offered to the supervisor who has just begun.</summary>
    public required Case Offered { get; init; }

    /// <summary>A referral in each state, by the name of the state.</summary>
    public required IReadOnlyDictionary<string, string> Referrals { get; init; }

    /// <summary>Case of a man for whom no provider fits; the national desk was asked.</summary>
    public required Case Unplaceable { get; init; }

    /// <summary>A national role that waits to be confirmed.</summary>
    public required Guid Proposal { get; init; }

    /// <summary>Numbers of a return that is written, with figures that do not fit, and of one that is signed.</summary>
    public required string DraftReturn { get; init; }

    public required string SignedReturn { get; init; }

    /// <summary>Numbers of a release that is not signed off, and of one that is.</summary>
    public required string DraftRelease { get; init; }

    public required string SignedRelease { get; init; }

    /// <summary>A published figure.</summary>
    public required Guid Published { get; init; }

    /// <summary>The row that says whose turn it is with his need.</summary>
    public required Guid Unplaced { get; init; }

    /// <summary>The same for a woman who has not been sent yet, and whom the shelter could take.</summary>
    public required Guid NotSent { get; init; }

    /// <summary>A question of another unit about a person of the station.</summary>
    public required ConnectRequest Question { get; init; }

    /// <summary>The officer's opening in an emergency of somebody in another unit's case.</summary>
    public required EmergencyAccess Emergency { get; init; }

    /// <summary>The officer's third, which waits for an approval.</summary>
    public required EmergencyAccess WaitingEmergency { get; init; }

    /// <summary>A part of the plan of the person in care.</summary>
    public required Guid PlanItem { get; init; }

    /// <summary>A register that waits for its supervisor's word.</summary>
    public required Guid Register { get; init; }

    /// <summary>Number of a file of figures that waits to be made, and of one that is kept.</summary>
    public required string Download { get; init; }

    public required string ReadyDownload { get; init; }

    /// <summary>An erasing that waits for a second person.</summary>
    public required Guid Erasure { get; init; }

    /// <summary>An offence of the case of the referred person, which no charge rests on.</summary>
    public required Guid CaseOffence { get; init; }

    /// <summary>A charge in the same case.</summary>
    public required Guid Charge { get; init; }

    /// <summary>A place abroad on the route of the child.</summary>
    public required Guid Place { get; init; }

    /// <summary>A document of the fresh case that the virus scanner called clean.</summary>
    public required Guid Document { get; init; }

    public required IReadOnlyDictionary<Role, User> People { get; init; }

    /// <summary>The service the provider manager keeps.</summary>
    public required Guid ManagersService { get; init; }

    public static Guid NeedOf(Case @case) => @case.Victims[0].Needs[0].Id;

    public static async Task<Scene> SetAsync(World world)
    {
        var coordinator = await world.CoordinatorAsync();
        var police = await world.PoliceAsync();
        var shelter = await world.ProviderAsync(freePlaces: 15);
        var agreement = await world.AgreementAsync(police, shelter);
        var mensShelter = await world.ProviderAsync([VictimGroup.Men]);
        var expired = await world.AgreementAsync(police, mensShelter, terms => terms with { InForceFrom = terms.InForceFrom.AddDays(-400), InForceTo = terms.InForceFrom });

        var fresh = await world.CaseAsync(police.Officer, new PersonFacts(Safety.Unknown, Sex.Male, new Age(34, true), [ServiceType.Shelter, ServiceType.LegalAid]));
        var ended = await world.CaseAsync(police.Officer);
        await world.CorrectAsync(police.Officer, ended, new FactsCorrection("PB-KASUR", BorderCrossing.AcrossBorder, "123/2026"), "Told again by her sister.");
        await world.CloseCaseAsync(police.Officer, ended, words: "Nobody answers the telephone.");
        var ready = await world.CaseAsync(police.Officer, new PersonFacts(Safety.NotSafe, Sex.Female, new Age(null, false), [ServiceType.Shelter, ServiceType.Counselling]), BorderCrossing.AcrossBorder);
        await world.ConsentAsync(police.Officer, ready);
        var family = await world.CaseAsync(police.Officer);
        await world.ConsentAsync(police.Officer, family);
        var tie = await world.TieAsync(police.Officer, family, await world.AddPersonAsync(police.Officer, family));
        await world.SuspectAsync(police.Officer, family);
        await world.AccuseAsync(police.Officer, family);
        var place = await world.AssessAsync(police.Officer, ready);
        var referred = await world.CaseAsync(police.Officer);
        await world.ConsentAsync(police.Officer, referred);
        var sent = await world.SendAsync(police.Officer, referred, shelter);

        var caseworker = shelter.Caseworker;
        var numbers = new Dictionary<string, string> { ["sent"] = sent.Number, ["sent too"] = (await world.SentReferralAsync(police, shelter)).Number };
        var roads = new Dictionary<string, Referral>();
        foreach (var (state, steps) in Roads(world, caseworker, police.Officer))
        {
            var referral = await world.SentReferralAsync(police, shelter);
            foreach (var step in steps)
                await step(referral);
            numbers[state] = referral.Number;
            roads[state] = referral;
        }

        await world.LetTheArrivalPassAsync(roads["late"]);
        await world.WriteAsync(caseworker, roads["asked"], Side.Recipient);
        var unplaceable = await world.CaseAsync(police.Officer, World.Woman with { Sex = Sex.Male });
        var notSent = await world.CaseAsync(police.Officer);
        foreach (var waiting in (Case[])[unplaceable, notSent])
            await world.ConsentAsync(police.Officer, waiting);
        var overridden = await world.CaseAsync(police.Officer, World.Woman with { Sex = Sex.Male });
        await world.ConsentAsync(police.Officer, overridden);
        var withoutAgreement = (await world.SendAsync(police.Supervisor, overridden, [mensShelter], overrideReason: "He waits outside with a gun."))[0];
        numbers["overridden"] = withoutAgreement.Number;
        await TogetherAsync(world, police, shelter, numbers);

        var newcomers = await world.PoliceAsync("PB-MULTAN");
        var together = await world.CaseAsync(police.Officer, border: BorderCrossing.AcrossBorder);
        await world.ShareAsync(police.Supervisor, together, newcomers.Station, t => t with { SeesIdentity = true, SeesInvestigation = true, SeesDocuments = true });
        await world.NoteAsync(newcomers.Officer, together);
        var asked = await world.ShareAsync(police.Officer, together, newcomers.Headquarters);
        await world.OfferAsync(police.Officer, together, newcomers.Station);
        var offered = await world.CaseAsync(police.Officer);
        await world.OfferAsync(police.Supervisor, offered, newcomers.Station);
        var planned = await CareAsync(world, police.Officer, caseworker, roads);
        var people = new Dictionary<Role, User>
        {
            [Role.Officer] = police.Officer,
            [Role.Caseworker] = caseworker,
            // Two who have just begun, and have nothing before them.
            [Role.Supervisor] = newcomers.Supervisor,
            [Role.ProviderManager] = mensShelter.Manager,
            [Role.NationalCoordinator] = coordinator
        };
        foreach (var role in (Role[])[Role.NationalAdministrator, Role.AgencyAdministrator, Role.Analyst, Role.Auditor])
            people[role] = await world.UserAsync(police.Headquarters, role);
        var foreign = await world.CaseAsync((await world.FiaAsync()).Officer);
        var emergency = await world.AskInEmergencyAsync(police.Officer, foreign);
        await world.AskInEmergencyAsync(police.Officer, foreign);
        var period = ReportPeriod.Beginning(PeriodKind.Month, 2026, 1);
        var signed = await world.SignedReturnAsync(police.Supervisor, period, World.Identified(14, 9, 6, 1), "As reported.");
        var draft = await world.BeginReturnAsync(police.Supervisor, period.Next, World.Figures(("Identified/Total", 5), ("Identified/Women", 7), ("ForcedLabour/Total", 6), ("Convictions/Ptpa-Sex", 1)));
        await world.OweAsync(coordinator, police.Agency, period);
        await world.CountAsync();
        var released = await world.ReleaseAsync(people[Role.NationalAdministrator], 2020, isSigned: true);
        return new Scene
        {
            Police = police,
            SignedReturn = signed.Number,
            DraftReturn = draft.Number,
            SignedRelease = released.Number,
            DraftRelease = (await world.ReleaseAsync(people[Role.NationalAdministrator], 2020)).Number,
            Published = await world.AsAsync(coordinator, (_, db) => db.PublishedFigures.Select(f => f.Id).FirstAsync()),
            Shelter = shelter,
            ManagersService = mensShelter.Service.Id,
            Agreement = agreement,
            Expired = expired,
            Fresh = fresh,
            Ended = ended,
            Ready = ready,
            Referred = referred,
            Family = family,
            Tie = tie.Id,
            Referrals = numbers,
            Unplaceable = unplaceable,
            Emergency = emergency,
            WaitingEmergency = await world.AskInEmergencyAsync(police.Officer, foreign),
            Question = await world.AskToConnectAsync((await world.FiaAsync()).Officer, fresh),
            Unplaced = (await world.AskDeskAsync(police.Officer, NeedOf(unplaceable))).Id,
            NotSent = (await world.UnplacedAsync(police.Officer, NeedOf(notSent))).Id,
            PlanItem = planned.Id,
            Erasure = (await world.EraseLaterAsync(police)).Id,
            Download = (await world.AskDownloadAsync(police.Supervisor)).Number,
            ReadyDownload = (await world.ReadyDownloadAsync(police.Supervisor)).Number,
            Register = (await world.UploadAsync(TestSupport.Register.Of(8), police.Station, police.Supervisor)).Id,
            CaseOffence = (await world.OffenceAsync(police.Officer, referred)).Id,
            Charge = (await LawAsync(world, police, referred)).Id,
            Together = together,
            Asked = asked.Id,
            Offered = offered,
            Place = place.Id,
            Document = (await world.DocumentAsync(police.Officer, fresh)).Id,
            Proposal = await world.ProposeRoleAsync(await world.AdministratorAsync(police), (await world.FiaAsync()).Headquarters),
            People = people
        };
    }

    /// <summary>A case with an FIR, steps, limits in time and late, and a charge.</summary>
    private static async Task<Domain.Law.Charge> LawAsync(World world, Force police, Case @case)
    {
        await world.FirAsync(police.Officer, @case, police.Station, 123, TimeProvider.System.GetUtcNow().AddDays(-15));
        foreach (var stage in (string[])["MISS", "MLNEED", "S164"])
            await world.StepAsync(police.Officer, @case, stage, note: "She spoke freely.");
        return await world.ChargeAsync(police.Officer, @case, await world.OffenceAsync(police.Officer, @case, "PPC-344"));
    }

    /// <summary>Two asked at once: one accepted, the other gave way. And one that follows a declined one.</summary>
    private static async Task TogetherAsync(World world, Force police, Provider shelter, Dictionary<string, string> numbers)
    {
        var second = await world.ProviderAsync(freePlaces: 4);
        await world.AgreementAsync(police, second);
        var @case = await world.CaseAsync(police.Officer);
        await world.ConsentAsync(police.Officer, @case);
        var both = await world.SendAsync(police.Officer, @case, [shelter, second]);
        var taken = both.Single(r => r.ToAgencyId == second.Agency.Id);
        await world.AcceptAsync(second.Caseworker, await world.OpenAsync(second.Caseworker, taken));
        numbers["gave way"] = both.Single(r => r != taken).Number;
        numbers["rerouted"] = (await world.ReferralAsync(ReferralStatus.Rerouted, police, shelter, second)).Number;
    }

    /// <summary>Something written, given and planned, and the questions after care due.</summary>
    private static async Task<CarePlanItem> CareAsync(World world, User officer, User caseworker, Dictionary<string, Referral> roads)
    {
        var inCare = roads["in care"];
        await world.WriteAsync(officer, roads["accepted"], Side.Sender);
        await world.WriteAsync(caseworker, roads["accepted"], Side.Recipient);
        await world.WriteAsync(officer, inCare, Side.Sender);
        var wrong = await world.RecordCareAsync(caseworker, inCare, CareVisibility.ForSender);
        await world.RecordCareAsync(caseworker, inCare, CareVisibility.ForSender, wrong: wrong);
        await world.RecordCareAsync(caseworker, inCare);
        await world.LetDaysPassAsync(roads["closed"]);
        return await world.PlanAsync(caseworker, inCare);
    }

    private static Dictionary<string, Func<Referral, Task>[]> Roads(World world, User caseworker, User officer)
    {
        Func<Referral, Task> open = r => world.OpenAsync(caseworker, r), accept = r => world.AcceptAsync(caseworker, r),
            arrive = r => world.ArriveAsync(caseworker, r);
        return new()
        {
            ["seen"] = [open],
            ["accepted"] = [open, accept],
            ["in care"] = [open, accept, arrive],
            ["closed"] = [open, accept, arrive, r => world.CloseAsync(caseworker, r)],
            ["declined"] = [open, r => world.DeclineAsync(caseworker, r)],
            ["asked"] = [open, r => world.RequestInformationAsync(caseworker, r)],
            ["late"] = [open, accept],
            ["withdrawn"] = [r => world.WithdrawAsync(officer, r)]
        };
    }
}
