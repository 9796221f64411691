using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TipSom.Data.Identity;
using TipSom.Data.Referrals;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Referrals;

public sealed class ReferralMessageTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Who_may_write_and_when_is_the_same_in_SQL()
    {
        await using var world = new World(database);
        var cast = await Cast.MakeAsync(world);
        foreach (var status in Enum.GetValues<ReferralStatus>())
        {
            var referral = await cast.ReferralAsync(world, status);
            foreach (var (side, user) in new[] { (Side.Sender, cast.Police.Officer), (Side.Recipient, cast.Shelter.Caseworker) })
            {
                await using var session = await PlainSql.AsAsync(database, user);
                var outcome = await session.TryAsync("""
                    insert into casework.referral_messages (id, referral_id, side, at, actor_id, actor_unit_id, actor_name, sealed_text)
                    values (gen_random_uuid(), $1, $2, now(), $3, $4, '', '\x00')
                    """, referral.Id, side.ToString(), user.Id, user.UnitId);

                if (ReferralMessage.MayBeWritten(side, status))
                    Assert.Equal(1, outcome.Rows);
                else
                    Assert.Equal((Outcome.RuleBroken, ReferralLifecycle.Refusal(status)), (outcome.State, outcome.Message));
            }
        }
    }

    [Fact]
    public async Task It_reads_as_it_was_written_and_the_table_holds_no_word_of_it()
    {
        await using var world = new World(database);
        var (police, shelter, referral) = await OpenedAsync(world);
        await world.WriteAsync(police.Officer, referral, Side.Sender, "Firstcanary");
        await world.WriteAsync(shelter.Caseworker, referral, Side.Recipient, "Secondcanary");

        var read = await ReadAsync(world, shelter.Caseworker, referral, Side.Recipient);

        Assert.Equal(["Firstcanary", "Secondcanary"], read.Select(m => m.Text));
        Assert.Equal([true, false], read.Select(m => m.IsUnread));
        await using var owner = await PlainSql.AsOwnerAsync(database);
        Assert.DoesNotContain("canary", string.Join('\n', await owner.ListAsync(
            "select t::text || encode(sealed_text, 'escape') from casework.referral_messages t")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_read_is_counted_for_the_unit_that_read_it_and_no_other()
    {
        await using var world = new World(database);
        var (police, shelter, referral) = await OpenedAsync(world);
        await world.WriteAsync(police.Officer, referral, Side.Sender);
        await MarkReadAsync(world, shelter.Caseworker, referral, Side.Recipient);
        await world.WriteAsync(police.Officer, referral, Side.Sender);
        await world.WriteAsync(shelter.Manager, referral, Side.Recipient);

        Assert.Equal(new MessageCount(3, 1), await CountAsync(world, shelter.Manager, referral, Side.Recipient));
        Assert.Equal(new MessageCount(3, 1), await CountAsync(world, police.Officer, referral, Side.Sender));
        await MarkReadAsync(world, police.Officer, referral, Side.Sender);
        await MarkReadAsync(world, police.Officer, referral, Side.Sender);
        Assert.Equal(new MessageCount(3, 0), await CountAsync(world, police.Officer, referral, Side.Sender));
        Assert.Equal(new MessageCount(3, 1), await CountAsync(world, police.Supervisor, referral, Side.Sender));
    }

    [Fact]
    public async Task What_the_sender_wrote_before_consent_ended_closes_with_it_and_what_is_written_since_is_read()
    {
        await using var world = new World(database);
        var (police, shelter, referral) = await OpenedAsync(world);
        await world.AcceptAsync(shelter.Caseworker, referral);
        await world.WriteAsync(police.Officer, referral, Side.Sender, "before");
        await world.WriteAsync(shelter.Caseworker, referral, Side.Recipient, "own");
        await world.AsAsync(police.Officer, async (_, db) =>
        {
            (await db.Consents.SingleAsync(c => c.Id == referral.ConsentId)).Withdraw(TimeProvider.System.GetUtcNow());
            return 0;
        });
        await world.WriteAsync(police.Officer, referral, Side.Sender, "since");

        Assert.Equal(["own", "since"], (await ReadAsync(world, shelter.Caseworker, referral, Side.Recipient)).Select(m => m.Text));
        Assert.Equal(["before", "own", "since"], (await ReadAsync(world, police.Officer, referral, Side.Sender)).Select(m => m.Text));
    }

    private static async Task<(Force Police, Provider Shelter, Referral Referral)> OpenedAsync(World world)
    {
        var (police, shelter) = (await world.PoliceAsync(), await world.ProviderAsync());
        await world.AgreementAsync(police, shelter);
        return (police, shelter, await world.OpenAsync(shelter.Caseworker, await world.SentReferralAsync(police, shelter)));
    }

    private static Task<IReadOnlyList<OpenedMessage>> ReadAsync(World world, User user, Referral referral, Side side) =>
        world.AsAsync(user, (scope, _) => scope.GetRequiredService<ReferralMessages>().ReadAsync(referral, side, CancellationToken.None));

    private static Task<MessageCount> CountAsync(World world, User user, Referral referral, Side side) =>
        world.AsAsync(user, async (scope, _) =>
            (await scope.GetRequiredService<ReferralMessages>().CountAsync([referral.Id], side, CancellationToken.None))[referral.Id]);

    private static Task<int> MarkReadAsync(World world, User user, Referral referral, Side side) =>
        world.AsAsync(user, async (scope, _) =>
        {
            await scope.GetRequiredService<ReferralMessages>().MarkReadAsync(referral, side, World.ActorOf(user), CancellationToken.None);
            return 0;
        });
}
