using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TipSom.Data.Encryption;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain;
using TipSom.Domain.Cases;
using TipSom.Domain.Victims;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Cases;

/// <summary>What changes in a case is told field by field, in the transaction of the change, and never what is sealed.</summary>
public sealed class CaseHistoryTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private static readonly FactsCorrection Corrected = new("PB-KASUR", BorderCrossing.AcrossBorder, "123/2026");

    private readonly World world = new(database);

    [Fact]
    public async Task A_correction_tells_each_field_from_what_to_what_in_the_name_of_who_made_it()
    {
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);

        await world.CorrectAsync(police.Officer, @case, Corrected);

        var told = await ToldAsync(police, @case);
        Assert.Equal(
            ["Border: InsidePakistan > AcrossBorder", "DistrictCode: PB-LAHORE > PB-KASUR", "ProposedLead: Police > Fia", "StationReference:  > 123/2026"],
            told.Select(c => $"{c.Field}: {c.Before} > {c.After}").Order(StringComparer.Ordinal));
        Assert.All(told, c =>
        {
            Assert.Equal((police.Officer.Id, police.Station.Id, police.Officer.DisplayName), (c.ActorId, c.ActorUnitId, c.ActorName));
            Assert.Equal(("Case", CasePart.Case, @case.Id), (c.Subject, c.Within, c.RowId));
        });
    }

    [Fact]
    public async Task An_overwritten_account_is_kept_sealed_and_opens_again()
    {
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);

        await world.CorrectAsync(police.Officer, @case, Corrected, "Anothercanary: kept in a house.");

        var account = Assert.Single(await ToldAsync(police, @case), c => c.Field == nameof(Case.SealedNarrative));
        Assert.Null(account.Before);
        Assert.Null(account.After);
        Assert.Equal(World.KnownNarrative, new RecordCipher(new(TestKeys.Master)).Open<string>(SealKinds.Narrative, @case.Id, account.SealedBefore!));
    }

    [Fact]
    public async Task Of_an_identity_only_the_members_that_changed_are_told()
    {
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);

        await ReplaceIdentityAsync(police, @case, World.KnownIdentity with { Name = "Newcanary", Phone = null });
        await ReplaceIdentityAsync(police, @case, World.KnownIdentity with { Name = "Newcanary", Phone = null });

        var told = await ToldAsync(police, @case);
        Assert.Equal(["Name", "Phone"], told.Select(c => c.Field).Order(StringComparer.Ordinal));
        Assert.All(told, c => Assert.Equal((CasePart.Identity, null, null, null), (c.Within, c.Before, c.After, c.SealedBefore)));
        Assert.All(told, c => Assert.Equal(@case.Victims[0].Id, c.VictimId));
    }

    [Fact]
    public async Task What_belongs_to_a_person_names_the_person_and_a_larger_value_its_parts()
    {
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);

        await world.AsAsync(police.Officer, async (_, db) =>
        {
            var victim = await db.Victims.SingleAsync(v => v.CaseId == @case.Id);
            victim.Place(new Placement(2, 9, true, null, null, null));
            victim.Understands("pnb");
            return victim;
        });

        var told = await ToldAsync(police, @case);
        Assert.Equal(
            ["LanguageCode:  > pnb", "Placement.ChildrenAlong:  > 2", "Placement.NeedsAccess:  > True", "Placement.OldestBoy:  > 9"],
            told.Select(c => $"{c.Field}: {c.Before} > {c.After}").Order(StringComparer.Ordinal));
        Assert.All(told, c => Assert.Equal((@case.Victims[0].Id, null), (c.VictimId, c.Position)));
    }

    [Fact]
    public async Task What_was_refused_is_not_told()
    {
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);

        await Assert.ThrowsAsync<InvalidOperationException>(() => world.AsAsync<Case>(police.Officer, async (_, db) =>
        {
            var loaded = await db.Cases.SingleAsync(c => c.Id == @case.Id);
            loaded.Correct(Corrected, World.ActorOf(police.Officer), TimeProvider.System.GetUtcNow());
            await db.SaveChangesAsync();
            Assert.NotEmpty(await db.CaseChanges.ToListAsync());
            throw new InvalidOperationException("The transaction ends here.");
        }));
        await Assert.ThrowsAsync<RuleBrokenException>(() => world.CorrectAsync(police.Officer, @case, Corrected with { StationReference = "no" }));

        Assert.Empty(await ToldAsync(police, @case));
    }

    [Fact]
    public async Task No_sealed_field_of_any_part_of_a_case_ever_shows_a_value()
    {
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);
        await world.CorrectAsync(police.Officer, @case, Corrected, "Anothercanary: kept in a house.");
        await ReplaceIdentityAsync(police, @case, new IdentityDetails("Newcanary", "Fathercanary", "9000012345679", "03990000999"));
        await world.CloseCaseAsync(police.Officer, @case, words: "Wordscanary: she left.");
        await using var owner = await PlainSql.AsOwnerAsync(database);

        var rows = string.Join('\n', await owner.ListAsync("select t::text from casework.case_changes t union all select t::text from casework.case_status_changes t"));

        Assert.Contains("PB-KASUR", rows, StringComparison.Ordinal);
        foreach (var word in new[] { "canary", "9000012345679", "9000012345671", "03990000" })
            Assert.DoesNotContain(word, rows, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, await owner.AskAsync<long>("select count(*) from casework.case_changes where field like '%Sealed%' and (before is not null or after is not null)"));
    }

    [Fact]
    public async Task Another_force_reads_none_of_it_and_nobody_writes_it_in_another_name()
    {
        var (police, stranger) = (await world.PoliceAsync(), await world.PoliceAsync());
        var @case = await world.CaseAsync(police.Officer);
        await world.CorrectAsync(police.Officer, @case, Corrected);
        await using var owner = await PlainSql.AsOwnerAsync(database);
        var row = (await owner.RowAsync("casework.case_changes", $"case_id = '{@case.Id}'")).With(("id", Guid.NewGuid()), ("actor_id", police.Supervisor.Id), ("actor_name", "Forged"));

        await using (var officer = await PlainSql.AsAsync(database, police.Officer))
        {
            await officer.RunAsync(JsonRows.InsertInto("casework.case_changes"), row);
            Assert.Equal([police.Officer.DisplayName], await officer.ListAsync("select distinct actor_name from casework.case_changes"));
            Assert.Equal(Outcome.NotAllowed, (await officer.TryAsync("update casework.case_changes set after = 'x'")).State);
            Assert.Equal(Outcome.NotAllowed, (await officer.TryAsync("delete from casework.case_changes")).State);
        }

        await using var other = await PlainSql.AsAsync(database, stranger.Officer);
        Assert.Empty(await other.ListAsync("select field from casework.case_changes"));
        Assert.Equal(Outcome.NotAllowed, (await other.TryAsync(JsonRows.InsertInto("casework.case_changes"), row)).State);
    }

    [Theory]
    [InlineData("sees_identity", "Identity")]
    [InlineData("sees_investigation", "Investigation")]
    public async Task Who_sees_less_of_a_case_sees_less_of_its_history(string right, string within)
    {
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);
        await world.CorrectAsync(police.Officer, @case, Corrected);
        await using var owner = await PlainSql.AsOwnerAsync(database);
        await owner.RunAsync("update casework.case_changes set within = $2 where case_id = $1 and field = 'Border'", @case.Id, within);
        await owner.RunAsync($"update casework.case_access set {right} = false where case_id = $1 and unit_id = $2", @case.Id, police.Station.Id);
        await owner.CommitAsync();

        await using var officer = await PlainSql.AsAsync(database, police.Officer);
        await using var above = await PlainSql.AsAsync(database, police.Supervisor);

        Assert.Equal(["DistrictCode", "ProposedLead", "StationReference"], await officer.ListAsync("select field from casework.case_changes order by 1"));
        Assert.Contains("Border", await above.ListAsync("select field from casework.case_changes"));
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private Task<List<CaseChange>> ToldAsync(Force police, Case @case) =>
        world.AsAsync(police.Officer, (_, db) => db.CaseChanges.AsNoTracking().Where(c => c.CaseId == @case.Id).ToListAsync());

    private Task<VictimIdentity> ReplaceIdentityAsync(Force police, Case @case, IdentityDetails details) =>
        world.AsAsync(police.Officer, async (scope, db) =>
        {
            var kept = await db.VictimIdentities.SingleAsync(i => i.CaseId == @case.Id);
            kept.Replace(scope.GetRequiredService<RecordCipher>().Seal(SealKinds.Identity, kept.VictimId, details), TimeProvider.System.GetUtcNow());
            return kept;
        });
}
