using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TipSom.Data.Cases;
using TipSom.Data.Drafts;
using TipSom.Data.Encryption;
using TipSom.Data.Identity;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain.Agencies;
using TipSom.Domain.Cases;
using TipSom.Domain.Law;
using TipSom.Domain.Referrals;
using TipSom.Domain.Victims;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Encryption;

/// <summary>What is sealed stands in one list, by which keys are re-wrapped and looked after: nothing may be missing from it.</summary>
public sealed class SealedColumnsTests(TestDatabase database, ITestOutputHelper output) : IClassFixture<TestDatabase>
{
    // Bytes that are not sealed: hashes of searches, forms, sessions and the chained trail, and the two forms of the key of the signed context.
    private static readonly string[] NotSealed =
    [
        "audit.heads.hash", "audit.links.hash", "casework.idempotency_keys.request_hash", "casework.searches.query_hash",
        "identity.account_codes.code_hash", "identity.guess_counts.key_hash", "identity.known_devices.token_hash", "identity.known_places.place_hash",
        "identity.sessions.key_hash", "identity.user_passkeys.credential_id", "security.context_key.inner_pad", "security.context_key.outer_pad",
        "statistics.downloads.sha256"
    ];

    // The acts below do not fill these; the demo data do the notes (DemoDataTests).
    private static readonly string[] Unfilled =
    [
        "casework.agreement_documents.sealed_content", "casework.case_reclassifications.sealed_reason",
        "casework.connect_requests.sealed_contact", "casework.emergency_accesses.sealed_reason", "casework.emergency_reviews.sealed_note", "casework.erasures.sealed_reason", "casework.follow_ups.sealed_note", "casework.legal_steps.sealed_note", "identity.authenticators.sealed_secret", "identity.protection_keys.sealed_xml", "statistics.downloads.sealed_content"
    ];

    [Fact]
    public async Task Every_column_of_bytes_is_listed_or_known_not_to_be_sealed()
    {
        await using var owner = await PlainSql.AsOwnerAsync(database);
        var all = await owner.ListAsync("""
            select c.table_schema || '.' || c.table_name || '.' || c.column_name from information_schema.columns c
            where c.data_type = 'bytea' and c.table_schema not in ('pg_catalog', 'information_schema') order by 1
            """);

        var known = Columns().Select(c => $"{c.Table}.{c.Column}").Concat(NotSealed).ToList();
        Assert.True(!all.Except(known).Any(), $"not known: {string.Join(", ", all.Except(known))}");
        Assert.True(!known.Except(all).Any(), $"not there: {string.Join(", ", known.Except(all))}");
    }

    [Fact]
    public async Task Whatever_is_sealed_opens_by_the_kind_and_the_id_that_are_listed()
    {
        await ActAsync();
        var lines = new List<string>();

        var found = await new KeyCheck(database.OwnerConnectionString, new MasterKeys(TestKeys.Master), lines.Add).RunAsync(TestContext.Current.CancellationToken);

        foreach (var line in lines)
            output.WriteLine(line);
        Assert.Equal(0, found.Broken);
        Assert.Equal(string.Join(", ", Unfilled), string.Join(", ", Columns().Select(c => $"{c.Table}.{c.Column}").Where(c => !lines.Any(l => l.StartsWith($"{c}:", StringComparison.Ordinal)))));
    }

    private static Task<bool> WriteReasonsAsync(World world, User officer) => world.AsAsync(officer, async (scope, db) =>
    {
        var (cipher, by) = (scope.GetRequiredService<RecordCipher>(), World.ActorOf(officer));
        var logged = await scope.GetRequiredService<LogCase>().LogAsync(
            new CaseFacts(CaseKind.Trafficking, "PB-LAHORE", BorderCrossing.Unknown, null), World.Woman, World.KnownIdentity, null, by, CancellationToken.None);
        await db.SaveChangesAsync();
        var @case = await db.Cases.Include(c => c.Victims).ThenInclude(v => v.Roles).Include(c => c.Victims).ThenInclude(v => v.Needs).AsSplitQuery().SingleAsync(c => c.Id == logged.Id);
        var (person, role, change) = (@case.Victims[0], Guid.CreateVersion7(), Guid.CreateVersion7());
        var first = person.Roles.Single(r => r.IsHeld);
        db.Add(person.TakeOn(role, PersonRole.Witness, cipher.Seal(SealKinds.RoleReason, role, "Saw it."), by, Now));
        person.GiveUp(first.Role, cipher.Seal(SealKinds.RoleEndReason, first.Id, "Was not."), by, Now);
        db.Add(person.Needs[0].ChangeUrgency(
            change, @case, person.Needs[0].Urgency == Urgency.Routine ? Urgency.Urgent : Urgency.Routine, false, cipher.Seal(SealKinds.NeedReason, change, "It waits."), by, Now));
        var law = new CaseLaw(@case.Id);
        db.Add(law);
        law.DecideLead(@case, AgencyKind.Fia, null, cipher.Seal(SealKinds.LeadReason, @case.Id, "They know the ring."), by, Now);
        await scope.GetRequiredService<DraftStore>().SaveAsync(
            new TypedForm(officer.Id, "/cases/new", "Log a case", null, Guid.NewGuid(), 0, [["Input.Happened", "Half."]]), CancellationToken.None);
        return true;
    });

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private IReadOnlyList<SealedColumn> Columns()
    {
        using var db = new TipSomDbContext(new DbContextOptionsBuilder<TipSomDbContext>().UseNpgsql(database.OwnerConnectionString).Options);
        return SealedColumns.Of(db.Model);
    }

    private async Task ActAsync()
    {
        await using var world = new World(database);
        var cast = await Cast.MakeAsync(world);
        var referral = await cast.ReferralAsync(world, ReferralStatus.InCare);
        var officer = cast.Police.Officer;
        var @case = await world.AsAsync(officer, (_, db) => db.Cases.Include(c => c.Victims).SingleAsync(c => c.Id == referral.CaseId));
        await cast.WorkTogetherAsync(world, referral);
        await world.WriteAsync(officer, referral, Side.Sender);
        await world.RecordCareAsync(cast.Shelter.Caseworker, referral);
        await world.PlanAsync(cast.Shelter.Caseworker, referral);
        await world.DocumentAsync(officer, @case);
        await world.AssessAsync(officer, @case);
        var accused = await world.AccuseAsync(officer, @case);
        await world.FirAsync(officer, @case, cast.Police.Station, 12);
        await world.AskToConnectAsync(officer, @case);
        await world.CorrectAsync(officer, @case, new FactsCorrection("PB-LAHORE", BorderCrossing.InsidePakistan, null), "Another account.");
        await world.CloseCaseAsync(officer, await world.CaseAsync(officer), words: "She went home.");
        await world.UploadAsync(Register.Of(1), cast.Police.Station, cast.Police.Supervisor);
        await WriteReasonsAsync(world, officer);
        await world.AsAsync(cast.Police.Supervisor, async (scope, db) =>
        {
            (await db.Suspects.SingleAsync(s => s.Id == accused.Id)).Look(
                scope.GetRequiredService<RecordCipher>().Seal(SealKinds.LookNote, accused.Id, "Looked."), World.ActorOf(cast.Police.Supervisor), Now);
            return true;
        });
        await world.AsAsync(cast.Offered.Supervisor, async (scope, db) =>
        {
            scope.GetRequiredService<CaseSharing>().Refuse(
                await db.LeadTransfers.SingleAsync(t => t.CaseId == @case.Id), "It is not ours.", World.ActorOf(cast.Offered.Supervisor));
            return true;
        });
    }
}
