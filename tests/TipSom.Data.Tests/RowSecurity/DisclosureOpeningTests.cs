using Microsoft.EntityFrameworkCore;
using Npgsql;
using TipSom.Data.Identity;
using TipSom.Domain.Audit;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.RowSecurity;

public sealed class DisclosureOpeningTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Who_may_read_the_copy_records_it_and_both_sides_see_who_looked()
    {
        await using var world = new World(database);
        var (police, shelter, referral) = await AcceptedAsync(world);
        var stranger = await world.ProviderAsync();

        await OpenAsync(world, shelter.Caseworker, referral, shelter.Caseworker);

        foreach (var reader in new[] { police.Officer, police.Supervisor, shelter.Caseworker, shelter.Manager })
            Assert.Equal([shelter.Caseworker.DisplayName], await OpeningsAsync(world, reader, referral));
        Assert.Empty(await OpeningsAsync(world, stranger.Caseworker, referral));
        Assert.Empty(await OpeningsAsync(world, null, referral));
    }

    [Fact]
    public async Task Nobody_records_one_for_somebody_else()
    {
        await using var world = new World(database);
        var (police, shelter, referral) = await AcceptedAsync(world);
        var stranger = await world.ProviderAsync();

        await RefusedAsync(() => OpenAsync(world, shelter.Caseworker, referral, shelter.Manager));
        await RefusedAsync(() => OpenAsync(world, police.Officer, referral, police.Officer));
        await RefusedAsync(() => OpenAsync(world, stranger.Caseworker, referral, stranger.Caseworker));
        Assert.Empty(await OpeningsAsync(world, police.Officer, referral));
    }

    [Fact]
    public async Task Before_acceptance_and_after_care_there_is_nothing_to_record()
    {
        await using var world = new World(database);
        var (police, shelter, referral) = await AcceptedAsync(world);
        var seen = await world.OpenAsync(shelter.Caseworker, await world.SentReferralAsync(police, shelter));
        await world.ArriveAsync(shelter.Caseworker, referral);
        await world.CloseAsync(shelter.Caseworker, referral);

        await RefusedAsync(() => OpenAsync(world, shelter.Caseworker, seen, shelter.Caseworker));
        await RefusedAsync(() => OpenAsync(world, shelter.Caseworker, referral, shelter.Caseworker));
    }

    [Fact]
    public async Task It_is_in_the_trail_and_never_changes()
    {
        await using var world = new World(database);
        var (police, shelter, referral) = await AcceptedAsync(world);
        var auditor = await world.UserAsync(police.Headquarters, Domain.Identity.Role.Auditor);

        var opening = await OpenAsync(world, shelter.Caseworker, referral, shelter.Caseworker);

        var entry = await world.AsAsync(auditor, (_, db) => db.AuditEntries.AsNoTracking().SingleAsync(e => e.RowId == opening.Id));
        Assert.Equal((shelter.Caseworker.Id, "disclosure_openings", "INSERT"), (entry.ActorId, entry.TableName, entry.Act));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => world.AsAsync(shelter.Caseworker, (_, db) =>
            db.DisclosureOpenings.Where(o => o.Id == opening.Id).ExecuteDeleteAsync()));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    private static async Task<(Force, Provider, Referral)> AcceptedAsync(World world)
    {
        var police = await world.PoliceAsync();
        var shelter = await world.ProviderAsync();
        await world.AgreementAsync(police, shelter);
        var referral = await world.SentReferralAsync(police, shelter);
        await world.OpenAsync(shelter.Caseworker, referral);
        return (police, shelter, await world.AcceptAsync(shelter.Caseworker, referral));
    }

    private async Task<DisclosureOpening> OpenAsync(World world, User user, Referral referral, User inTheNameOf)
    {
        // The copy's id is no secret to be relied on: whoever tries knows it.
        await using var owner = new TipSomDbContext(new DbContextOptionsBuilder<TipSomDbContext>().UseNpgsql(database.OwnerConnectionString).Options);
        var copy = await owner.Disclosures.Where(d => d.ReferralId == referral.Id && d.Stage == DisclosureStage.Identity).Select(d => d.Id).SingleAsync();
        return await world.AsAsync(user, (_, db) =>
            Task.FromResult(db.Add(new DisclosureOpening(copy, referral.Id, World.ActorOf(inTheNameOf), DateTimeOffset.UtcNow)).Entity));
    }

    private static Task<List<string>> OpeningsAsync(World world, User? reader, Referral referral) => world.AsAsync(reader, (_, db) =>
        db.DisclosureOpenings.AsNoTracking().Where(o => o.ReferralId == referral.Id).Select(o => o.ActorName).ToListAsync());

    private static async Task RefusedAsync(Func<Task> open)
    {
        var refused = await Assert.ThrowsAsync<DbUpdateException>(open);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, Assert.IsType<PostgresException>(refused.InnerException).SqlState);
    }
}
