using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TipSom.Data;
using TipSom.Data.Care;
using TipSom.Data.Cases;
using TipSom.Data.Documents;
using TipSom.Data.Encryption;
using TipSom.Data.Identity;
using TipSom.Data.Queries;
using TipSom.Data.Referrals;
using TipSom.Domain;
using TipSom.Domain.Assessment;
using TipSom.Domain.Care;
using TipSom.Domain.Cases;
using TipSom.Domain.Consents;
using TipSom.Domain.Documents;
using TipSom.Domain.Finding;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.TestSupport;

/// <summary>What people do in a test. Names used here are searched for in every captured log and page.</summary>
public sealed partial class World
{
    /// <summary>The identity every test victim has unless a test says otherwise; nothing else in the product carries these strings.</summary>
    public static IdentityDetails KnownIdentity { get; } = new("Zarmeena Canarybird", "Gulfraz Canaryfather", "9000012345671", "03990000123");

    /// <summary>An adult woman who needs a safe place.</summary>
    public static PersonFacts Woman { get; } = new(Safety.NotSafe, Sex.Female, new Age(27, false), [ServiceType.Shelter]);

    /// <summary>The account of what happened that every test case carries.</summary>
    public const string KnownNarrative = "Narrativecanary: kept at a kiln.";

    public Task<Case> CaseAsync(
        User officer, PersonFacts? person = null, BorderCrossing border = BorderCrossing.InsidePakistan, string districtCode = "PB-LAHORE",
        IdentityDetails? identity = null) =>
        AsAsync(officer, (scope, _) => scope.GetRequiredService<LogCase>().LogAsync(
            new CaseFacts(CaseKind.Trafficking, districtCode, border, null), person ?? Woman, identity ?? KnownIdentity, KnownNarrative, ActorOf(officer), CancellationToken.None));

    /// <summary>An officer of another unit asks about the first person of a case, with a person of a new case of their own.</summary>
    public async Task<ConnectRequest> AskToConnectAsync(User officer, Case about)
    {
        var own = await CaseAsync(officer);
        return await AsAsync(officer, async (_, db) =>
        {
            var loaded = await db.Cases.Include(c => c.Victims).SingleAsync(c => c.Id == own.Id);
            var request = ConnectRequest.Ask(
                RecordNumber.Draw(RecordNumber.ConnectPrefix, Now.Year), loaded, loaded.Victims[0], about.HoldingUnitId, ConnectPurpose.SpareThePerson,
                new Told(Sex: true, Age: true, District: true), ActorOf(officer), Now);
            db.Add(request);
            db.Add(new ConnectTarget(request.Id, new PersonOfCase(about.Id, about.Victims[0].Id)));
            return request;
        });
    }

    /// <summary>Something of everything that is recorded about the first person of a case; the risk is due to be looked at again.</summary>
    public Task<RoutePlace> AssessAsync(User officer, Case @case) => AsAsync(officer, async (scope, db) =>
    {
        var (cipher, by, first) = (scope.GetRequiredService<RecordCipher>(), ActorOf(officer), new Versions(0, 0));
        var (file, person) = (await db.Cases.SingleAsync(c => c.Id == @case.Id), await db.Victims.Include(v => v.Needs).SingleAsync(v => v.CaseId == @case.Id && v.Position == 1));
        var (indicators, lists, today) = (await db.Indicators.ToListAsync(), await db.CodeList.ToListAsync(), PakistanTime.DayOf(Now));
        byte[] Sealed<T>(string kind, Guid id, T content) => cipher.Seal(kind, id, content);
        Guid New() => Guid.CreateVersion7();
        var (screening, record, factors, risk, notes) = (New(), New(), New(), New(), New());
        db.Add(IndicatorScreening.Record(
            screening, file, person, indicators, new Dictionary<string, IndicatorAnswer> { ["D1-01"] = IndicatorAnswer.Yes, ["D4-01"] = IndicatorAnswer.Yes, ["D4-02"] = IndicatorAnswer.Yes },
            Sealed(SealKinds.IndicatorNotes, screening, new Dictionary<IndicatorDimension, string> { [IndicatorDimension.ConditionsOfWork] = "Notecanary" }), first, by, Now));
        db.Add(ExploitationRecord.Record(
            record, file, person, new ExploitationFacts([TraffickingAct.Recruiting], false, [LegalMeans.Fraud], ["DEBT"], ["FL-BOND"], ["BEG-1"], [], true, "C", ["FAM"], "FAMILY"),
            lists, Sealed(SealKinds.ExploitationAccount, record, "Accountcanary"), first, by, Now));
        db.Add(VulnerabilityRecord.Record(
            factors, file, person, lists, new Dictionary<string, FactorAnswer> { ["HH-DEBT"] = FactorAnswer.Risk }, Sealed(SealKinds.VulnerabilityNote, factors, "Notecanary"), first, by, Now));
        db.Add(RiskAssessment.Record(
            risk, file, person, new RiskFacts(RiskLevel.High, [RiskReason.Threats], SafeTransport.PoliceEscort, today), Sealed(SealKinds.RiskNote, risk, "Notecanary"), first, by, today, Now));
        db.Add(ReflectionPeriod.Record(file, person, today, null, first, by, Now));
        db.Add(ProviderNotes.Record(notes, file, person, Sealed(SealKinds.ProviderNotes, notes, new CareNotes("Notecanary", null, null, null, null)), first, by, Now));
        db.Add(person.AddNeed(file, ServiceType.Education, Urgency.Routine, by, Now));
        var place = RoutePlace.Add(file, person, new RouteFacts(RouteStage.Exploitation, "IR", null, null, today), [], null, by, today, Now);
        db.Add(place);
        return place;
    });

    public Task<Consent> ConsentAsync(User officer, Case @case, Func<ConsentAnswer, ConsentAnswer>? but = null) =>
        AsAsync(officer, async (_, db) =>
        {
            var victim = await db.Victims.SingleAsync(v => v.CaseId == @case.Id && v.Position == 1);
            var answer = new ConsentAnswer(
                true, victim.CountsAsChild ? ConsentBasis.ChildProtectionAuthority : ConsentBasis.OwnConsent, ConsentForm.Spoken,
                GuardianInvolvement.NotAsked, "pnb", false, [], Enum.GetValues<DataCategory>(), null);
            var consent = Consent.Record(victim, but?.Invoke(answer) ?? answer, ActorOf(officer), Now);
            db.Add(consent);
            return consent;
        });

    public async Task<Referral> SendAsync(User officer, Case @case, Provider provider) => (await SendAsync(officer, @case, [provider]))[0];

    /// <summary>Asks several providers together; or, as well, besides those asked before.</summary>
    public Task<IReadOnlyList<Referral>> SendAsync(
        User officer, Case @case, IReadOnlyList<Provider> providers, bool asWell = false, string? overrideReason = null) =>
        AsAsync(officer, async (scope, db) =>
        {
            var send = scope.GetRequiredService<SendReferral>();
            var need = await db.Needs.SingleAsync(n => n.CaseId == @case.Id && n.Service == providers[0].Service.Service);
            var prepared = await send.PrepareAsync(
                need.Id, [.. providers.Select(p => p.Service.Id)], "Please bring a blanket.", ActorOf(officer), CancellationToken.None, overrideReason);
            return await send.SendAsync(prepared!, ActorOf(officer), CancellationToken.None, asWell);
        });

    /// <summary>A case with consent, referred: the shortest way to a referral that was sent.</summary>
    public async Task<Referral> SentReferralAsync(Force force, Provider provider, PersonFacts? person = null)
    {
        var @case = await CaseAsync(force.Officer, person);
        await ConsentAsync(force.Officer, @case);
        return await SendAsync(force.Officer, @case, provider);
    }

    public Task<Referral> OpenAsync(User caseworker, Referral referral) =>
        ChangeAsync(caseworker, referral, async (_, db, r) => r.Open(await db.ReferralClocksAsync(CancellationToken.None), ActorOf(caseworker), Now));

    public Task<Referral> AcceptAsync(User caseworker, Referral referral) =>
        ChangeAsync(caseworker, referral, (scope, _, r) => scope.GetRequiredService<AcceptReferral>().AcceptAsync(
            r, Now.AddHours(2), ArrivalPlace.ProvidersPlace, new ArrivalDetails("Bano Doorcanary", "042-5555555", "Lanecanary 7"),
            ActorOf(caseworker), CancellationToken.None));

    public Task<Referral> RequestInformationAsync(User caseworker, Referral referral) =>
        ChangeAsync(caseworker, referral, async (_, db, r) =>
            r.RequestInformation(await db.ReferralClocksAsync(CancellationToken.None), ActorOf(caseworker), Now));

    public Task<Referral> GiveInformationAsync(User officer, Referral referral) =>
        ChangeAsync(officer, referral, (_, _, r) =>
        {
            r.GiveInformation(ActorOf(officer), Now);
            return Task.CompletedTask;
        });

    public Task<Referral> ConfirmDeclineAsync(User coordinator, Referral referral) =>
        ChangeAsync(coordinator, referral, async (_, db, r) =>
            r.ConfirmDecline(null, await db.ReferralClocksAsync(CancellationToken.None), ActorOf(coordinator), Now));

    public Task<Referral> ReturnToProviderAsync(User coordinator, Referral referral) =>
        ChangeAsync(coordinator, referral, async (_, db, r) =>
            r.ReturnToProvider("A bed is free again.", await db.ReferralClocksAsync(CancellationToken.None), ActorOf(coordinator), Now));

    public Task<Referral> VoidAsync(User supervisor, Referral referral) =>
        ChangeAsync(supervisor, referral, (_, _, r) =>
        {
            r.Void("Entered twice.", ActorOf(supervisor), Now);
            return Task.CompletedTask;
        });

    public Task<Referral> DeclineAsync(User caseworker, Referral referral) =>
        ChangeAsync(caseworker, referral, async (_, db, r) => r.Decline(
            DeclineReason.NoPlace, null, await db.ReferralClocksAsync(CancellationToken.None), ActorOf(caseworker), Now));

    public Task<Referral> WithdrawAsync(User officer, Referral referral) =>
        ChangeAsync(officer, referral, (_, _, r) =>
        {
            r.Withdraw(WithdrawReason.PlacedElsewhere, ActorOf(officer), Now);
            return Task.CompletedTask;
        });

    public Task<Referral> ArriveAsync(User caseworker, Referral referral) =>
        ChangeAsync(caseworker, referral, (scope, _, r) =>
        {
            r.ConfirmArrival(scope.GetRequiredService<ArrivalCodes>().IsRight(r, scope.GetRequiredService<ArrivalCodes>().For(r)), ActorOf(caseworker), Now);
            return Task.CompletedTask;
        });

    public Task<Referral> CloseAsync(User caseworker, Referral referral) =>
        ChangeAsync(caseworker, referral, (_, _, r) =>
        {
            r.Close(ReferralOutcome.SupportCompleted, ActorOf(caseworker), Now);
            return Task.CompletedTask;
        });

    /// <summary>A message from one side to the other. Its words are searched for in every captured log.</summary>
    public Task<ReferralMessage> WriteAsync(User user, Referral referral, Side side, string text = "Messagecanary: she asks for a doctor.") =>
        AsAsync(user, async (scope, db) => await scope.GetRequiredService<ReferralMessages>().WriteAsync(
            await db.Referrals.SingleAsync(r => r.Id == referral.Id), side, text, ActorOf(user), CancellationToken.None));

    /// <summary>An entry of care. Its note is searched for in every captured log and in everything the sender reads.</summary>
    public Task<CareEntry> RecordCareAsync(
        User caseworker, Referral referral, CareVisibility visibility = CareVisibility.OnlyUs, string note = "Carecanary: she sleeps badly.", CareEntry? wrong = null) =>
        AsAsync(caseworker, async (scope, db) => await scope.GetRequiredService<CareLog>().RecordAsync(
            await db.Referrals.SingleAsync(r => r.Id == referral.Id),
            new CareFacts(PakistanTime.DayOf(Now), ServiceType.Counselling, 1.5m, 2, visibility), note, wrong, ActorOf(caseworker), CancellationToken.None));

    /// <summary>A part of a plan, due today unless a test says otherwise.</summary>
    public Task<CarePlanItem> PlanAsync(User caseworker, Referral referral, int inDays = 0) =>
        AsAsync(caseworker, async (scope, db) => scope.GetRequiredService<CarePlan>().Add(
            await db.Referrals.SingleAsync(r => r.Id == referral.Id), ServiceType.LegalAid, "Plancanary: a lawyer for the hearing",
            PakistanTime.DayOf(Now).AddDays(inDays), ActorOf(caseworker)));

    /// <summary>A document that the virus scanner called clean. Its title and its file's name are searched for in every captured log.</summary>
    public async Task<CaseDocument> DocumentAsync(User officer, Case @case, DocumentKind kind = DocumentKind.IdentityDocument)
    {
        var document = await AsAsync(officer, async (scope, db) => scope.GetRequiredService<CaseFiles>().Add(
            await db.Cases.SingleAsync(c => c.Id == @case.Id), kind, null, PlainFile.Of("a.png", TestFiles.Png()),
            new DocumentName("Filecanary.png", "Titlecanary"), ActorOf(officer)));
        await using var connection = new NpgsqlConnection(Database.OwnerConnectionString);
        await connection.OpenAsync();
        await using var scan = new NpgsqlCommand("select security.document_scanned($1, true)", connection);
        scan.Parameters.Add(new() { Value = document.Id });
        await scan.ExecuteNonQueryAsync();
        return document;
    }

    /// <summary>Lets the days pass until the questions after care are due.</summary>
    public async Task LetDaysPassAsync(Referral referral)
    {
        await using var connection = new NpgsqlConnection(Database.OwnerConnectionString);
        await connection.OpenAsync();
        await using var pass = new NpgsqlCommand("update casework.follow_ups set due_on = due_on - 400 where referral_id = $1", connection);
        pass.Parameters.Add(new() { Value = referral.Id });
        await pass.ExecuteNonQueryAsync();
    }

    private DateTimeOffset Now => (clock ?? TimeProvider.System).GetUtcNow();

    private Task<Referral> ChangeAsync(User user, Referral referral, Func<IServiceProvider, Data.TipSomDbContext, Referral, Task> change) =>
        AsAsync(user, async (scope, db) =>
        {
            var loaded = await db.Referrals.SingleAsync(r => r.Id == referral.Id);
            await change(scope, db, loaded);
            return loaded;
        });
}
