using Microsoft.EntityFrameworkCore;
using TipSom.Data.Encryption;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain.Finding;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Encryption;

/// <summary>The hashes beside identities: kept with every save, another agency's never the same, found within the own sight only.</summary>
public sealed class IdentityHashTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private static readonly IdentityHashes Hashes = new(TestKeys.Purposes);

    private static readonly string Phone = SearchTerm.PhoneOf(World.KnownIdentity.Phone)!;

    private readonly World world = new(database);

    [Fact]
    public async Task Two_agencies_keep_one_number_under_hashes_that_differ_and_each_finds_its_own()
    {
        var (police, fia) = (await world.PoliceAsync(), await world.FiaAsync());
        var (theirs, ours) = (await world.CaseAsync(police.Officer), await world.CaseAsync(fia.Officer));

        await using var owner = await PlainSql.AsOwnerAsync(database);
        var kept = await owner.ListAsync("""
            select (number_hashes[1])::text from casework.victim_identities where case_id in ($1, $2)
            union all select phone_hash::text from casework.victim_identities where case_id in ($1, $2)
            """, theirs.Id, ours.Id);

        Assert.Equal(4, kept.Distinct().Count());
        Assert.Contains($"{Hashes.OfNumber(police.Agency.Id, World.KnownIdentity.IdNumber!)}", kept);
        Assert.Contains($"{Hashes.OfPhone(fia.Agency.Id, Phone)}", kept);
        var asked = new[] { police.Agency.Id, fia.Agency.Id }.Select(a => Hashes.OfNumber(a, World.KnownIdentity.IdNumber!)).ToArray();
        Assert.Equal([$"{theirs.Victims[0].Id}"], await FoundAsync(police.Officer, asked));
        Assert.Equal([$"{ours.Victims[0].Id}"], await FoundAsync(fia.Officer, asked));
        Assert.Empty(await FoundAsync((await world.PoliceAsync()).Officer, asked));
        Assert.Empty(await FoundAsync(null, asked));
    }

    [Fact]
    public async Task A_changed_identity_has_the_hashes_of_what_it_is_now()
    {
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);
        await world.AsAsync(police.Officer, async (scope, db) =>
        {
            var kept = await db.VictimIdentities.SingleAsync(i => i.CaseId == @case.Id);
            var cipher = (RecordCipher)scope.GetService(typeof(RecordCipher))!;
            kept.Replace(cipher.Seal(SealKinds.Identity, kept.VictimId, World.KnownIdentity with { IdNumber = "9000099999995", Phone = null }), TimeProvider.System.GetUtcNow());
            return true;
        });

        Assert.Single(await FoundAsync(police.Officer, [Hashes.OfNumber(police.Agency.Id, "9000099999995")]));
        Assert.Empty(await FoundAsync(police.Officer, [Hashes.OfNumber(police.Agency.Id, World.KnownIdentity.IdNumber!)]));
        Assert.Empty(await FoundAsync(police.Officer, [Hashes.OfPhone(police.Agency.Id, Phone)]));
    }

    [Fact]
    public async Task After_a_hand_over_the_person_is_found_at_once_and_a_run_makes_the_hashes_the_new_holder_s()
    {
        var (police, fia) = (await world.PoliceAsync(), await world.FiaAsync());
        var @case = await world.CaseAsync(police.Officer);
        await world.TakeLeadAsync(fia.Supervisor, await world.OfferAsync(police.Supervisor, @case, fia.Station));
        Guid Of(Guid agency) => Hashes.OfNumber(agency, World.KnownIdentity.IdNumber!);

        Assert.Equal([$"{@case.Victims[0].Id}"], await FoundAsync(fia.Officer, [Of(fia.Agency.Id), Of(police.Agency.Id)]));
        Assert.Empty(await FoundAsync(fia.Officer, [Of(fia.Agency.Id)]));

        var done = await new KeyRewrap(database.OwnerConnectionString, new MasterKeys(TestKeys.Master), _ => { }).RunAsync(TestContext.Current.CancellationToken);

        Assert.True(done.Hashes > 0);
        Assert.Equal([$"{@case.Victims[0].Id}"], await FoundAsync(fia.Officer, [Of(fia.Agency.Id)]));
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private async Task<List<string>> FoundAsync(Data.Identity.User? user, Guid[] hashes)
    {
        await using var session = await PlainSql.AsAsync(database, user);
        return await session.ListAsync("select victim_id::text from security.identities_with_hash($1)", hashes);
    }
}
