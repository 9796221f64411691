using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TipSom.Data.Encryption;
using TipSom.Data.Identity;
using TipSom.Data.Reporting;
using TipSom.Data.RowSecurity;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Reporting;

/// <summary>A file of figures is made once, with the rights of who asked, seen by nobody else, and gone after a day.</summary>
public sealed class DownloadQueueTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private static readonly MadeFile Made = new(Encoding.UTF8.GetBytes("figure"), "figures.csv", 7);

    private readonly World world = new(database);
    private readonly ServiceProvider services = new ServiceCollection().AddSingleton(TimeProvider.System).AddLogging()
        .AddTipSomData(database.AppConnectionString, new AccessContext(TestKeys.Context), new MasterKeys(TestKeys.Master)).BuildServiceProvider();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DownloadQueue Queue => services.GetRequiredService<DownloadQueue>();

    // Each test begins with nothing that waits: the queue is one for all.
    public async ValueTask InitializeAsync() =>
        await OwnerAsync("update statistics.downloads set status = 'Cancelled' where status in ('Waiting', 'Running')");

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task It_is_seen_by_who_asked_and_by_nobody_else()
    {
        var police = await world.PoliceAsync();
        var download = await world.ReadyDownloadAsync(police.Supervisor);
        var others = new[] { police.Officer, await world.UserAsync(police.Headquarters, Role.Supervisor), await world.CoordinatorAsync(), await world.AdministratorAsync(police) };

        Assert.Equal(1, await SeenAsync(police.Supervisor, download));
        foreach (var other in others)
            Assert.Equal(0, await SeenAsync(other, download));
        var inOthersName = await Assert.ThrowsAsync<DbUpdateException>(() => world.AsAsync(others[1], (_, db) =>
        {
            db.Add(Asked(police.Supervisor));
            return db.SaveChangesAsync(Ct);
        }));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, Assert.IsType<PostgresException>(inOthersName.InnerException).SqlState);
    }

    [Fact]
    public async Task Taken_once_it_is_begun_anew_when_the_portal_that_had_it_says_nothing_any_more()
    {
        var supervisor = (await world.PoliceAsync()).Supervisor;
        var download = await world.AskDownloadAsync(supervisor);

        var first = await Queue.TakeAsync(Ct);
        Assert.Null(await Queue.TakeAsync(Ct));
        Assert.True(await Queue.GoesOnAsync(first!, 3, 10, Ct));
        await OwnerAsync("update statistics.downloads set in_hand_until = now() - interval '1 second' where id = $1", download.Id);
        var second = await Queue.TakeAsync(Ct);

        Assert.Equal((download.Id, 1, Role.Supervisor), (first!.Id, first.Attempt, first.Role));
        Assert.Equal((download.Id, 2), (second!.Id, second.Attempt));
        // Whoever was thought dead is not heard.
        Assert.False(await Queue.GoesOnAsync(first, 4, 10, Ct));
        Assert.False(await Queue.FailAsync(first, Download.CouldNotBeMade, Ct));
        Assert.False(await Queue.FinishAsync(first, Made, Ct));
        Assert.True(await Queue.FinishAsync(second, Made, Ct));
        var ready = await FindAsync(supervisor, download);
        Assert.Equal((DownloadStatus.Ready, 7, 6), (ready.Status, ready.Rows, ready.Length));
        Assert.Null(await Queue.TakeAsync(Ct));
    }

    [Fact]
    public async Task Given_up_nothing_of_it_is_made()
    {
        var supervisor = (await world.PoliceAsync()).Supervisor;
        var download = await world.AskDownloadAsync(supervisor);
        var job = (await Queue.TakeAsync(Ct))!;

        await world.AsAsync(supervisor, async (_, db) =>
        {
            (await db.Downloads.SingleAsync(d => d.Id == download.Id)).Cancel(DateTimeOffset.UtcNow);
            return true;
        });

        Assert.False(await Queue.GoesOnAsync(job, 1, 2, Ct));
        Assert.False(await Queue.FinishAsync(job, Made, Ct));
        var end = await FindAsync(supervisor, download);
        Assert.Equal((DownloadStatus.Cancelled, (byte[]?)null), (end.Status, end.SealedContent));
    }

    [Theory]
    [InlineData("update identity.users set role = 'Officer' where id = $1")]
    [InlineData("update identity.users set role = 'Analyst' where id = $1")]
    [InlineData("update identity.users set disabled_at = now() where id = $1")]
    [InlineData("update identity.users set unit_id = (select s.id from identity.units s join identity.users u on u.unit_id = s.parent_id where u.id = $1 limit 1) where id = $1")]
    public async Task Who_lost_the_role_gets_nothing(string loss)
    {
        var police = await world.PoliceAsync();
        var (early, late) = (await world.UserAsync(police.Headquarters, Role.Supervisor), await world.UserAsync(police.Headquarters, Role.Supervisor));
        await world.AskDownloadAsync(late);
        var begun = (await Queue.TakeAsync(Ct))!;
        await OwnerAsync(loss, late.Id);
        await world.AskDownloadAsync(early);
        await OwnerAsync(loss, early.Id);

        // Before it was begun, and while it was made.
        Assert.Null((await Queue.TakeAsync(Ct))!.Role);
        Assert.False(await Queue.FinishAsync(begun, Made, Ct));
    }

    [Fact]
    public async Task After_a_day_nothing_is_left_and_before_it_is_what_was_made()
    {
        var supervisor = (await world.PoliceAsync()).Supervisor;
        var download = await world.ReadyDownloadAsync(supervisor, content: "Canary of the file");
        var content = download.SealedContent!;
        Assert.DoesNotContain("Canary", Encoding.UTF8.GetString(content), StringComparison.Ordinal);
        Assert.Equal("Canary of the file", Encoding.UTF8.GetString(services.GetRequiredService<RecordCipher>().Open<byte[]>(SealKinds.Download, download.Id, content)));

        await EmptyAsync(DateTimeOffset.UtcNow.AddHours(23));
        Assert.Equal(DownloadStatus.Ready, (await FindAsync(supervisor, download)).Status);
        await EmptyAsync(DateTimeOffset.UtcNow.AddHours(25));

        var gone = await FindAsync(supervisor, download);
        Assert.Equal((DownloadStatus.Expired, (byte[]?)null), (gone.Status, gone.SealedContent));

        Task<int> EmptyAsync(DateTimeOffset at) => services.GetRequiredService<ProgramDatabase>().AskAsync<int>(
            ProgramWork.Downloads, "select security.empty_old_downloads($1)", Ct, at);
    }

    [Fact]
    public async Task Two_of_a_kind_and_an_eleventh_of_a_day_are_refused_by_the_database_too()
    {
        var supervisor = (await world.PoliceAsync()).Supervisor;
        await world.AskDownloadAsync(supervisor);
        Assert.Equal(Download.AskedAlready, await RefusedAsync(() => world.AskDownloadAsync(supervisor)));

        for (var i = 1; i < Download.MostADay; i++)
        {
            await OwnerAsync("update statistics.downloads set status = 'Cancelled' where user_id = $1", supervisor.Id);
            await world.AskDownloadAsync(supervisor);
        }

        await OwnerAsync("update statistics.downloads set status = 'Cancelled' where user_id = $1", supervisor.Id);
        Assert.Equal(Download.TooMany, await RefusedAsync(() => world.AskDownloadAsync(supervisor)));
        await OwnerAsync("update statistics.downloads set asked_at = asked_at - interval '1 day' where user_id = $1", supervisor.Id);
        await world.AskDownloadAsync(supervisor);
    }

    [Fact]
    public async Task By_hand_a_request_neither_begins_nor_ends_one_nor_takes_out_what_was_made_for_another_role()
    {
        var police = await world.PoliceAsync();
        var user = await world.UserAsync(police.Headquarters, Role.Supervisor);
        var download = await world.ReadyDownloadAsync(user);

        Assert.Equal(Download.HasEnded, await ByHandAsync(user, $"update statistics.downloads set status = 'Cancelled' where id = '{download.Id}'"));
        Assert.Equal("", await ByHandAsync(user, $"update statistics.downloads set times_fetched = times_fetched + 1 where id = '{download.Id}'"));
        await OwnerAsync("update identity.users set role = 'Analyst' where id = $1", user.Id);
        Assert.Equal(Download.RoleChanged, await ByHandAsync(user, $"update statistics.downloads set times_fetched = times_fetched + 1 where id = '{download.Id}'"));
        await OwnerAsync("update identity.users set role = 'Supervisor' where id = $1", user.Id);
        await OwnerAsync("update statistics.downloads set kept_until = now() where id = $1", download.Id);
        Assert.Equal(Download.IsNotKept, await ByHandAsync(user, $"update statistics.downloads set times_fetched = times_fetched + 1 where id = '{download.Id}'"));
        Assert.StartsWith("permission denied", await ByHandAsync(user, $"update statistics.downloads set sealed_content = null where id = '{download.Id}'"), StringComparison.Ordinal);
        Assert.StartsWith("This is the work of the program", await ByHandAsync(user, "select security.take_download('1 minute')"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_roles_that_may_are_the_same_in_sql()
    {
        await using var owner = await PlainSql.AsOwnerAsync(database);
        foreach (var role in Enum.GetValues<Role>())
            Assert.Equal(role.Allows(Permission.ReadStatistics), await owner.AskAsync<bool>("select security.may_download($1)", role.ToString()));
        Assert.False(await owner.AskAsync<bool>("select security.may_download(null)"));
    }

    private static Download Asked(User by) => Download.Ask(
        RecordNumber.Draw(RecordNumber.DownloadPrefix, 2026), DownloadKind.Glotip, "2020", new Dictionary<string, string>(), DownloadFormat.Csv, "en-PK",
        World.ActorOf(by), by.Role, false, 0, DateTimeOffset.UtcNow);

    private static async Task<string> RefusedAsync(Func<Task> act) =>
        Assert.IsType<PostgresException>((await Assert.ThrowsAsync<DbUpdateException>(act)).InnerException).MessageText;

    private async Task<string> ByHandAsync(User user, string sql)
    {
        try
        {
            await world.AsAsync(user, async (_, db) => await db.Database.ExecuteSqlRawAsync(sql, Ct));
            return "";
        }
        catch (PostgresException refused)
        {
            return refused.MessageText;
        }
    }

    private Task<int> SeenAsync(User user, Download download) => world.AsAsync(user, (_, db) => db.Downloads.CountAsync(d => d.Id == download.Id, Ct));

    private Task<Download> FindAsync(User user, Download download) => world.AsAsync(user, (_, db) => db.Downloads.AsNoTracking().SingleAsync(d => d.Id == download.Id, Ct));

    private async Task OwnerAsync(string sql, params object[] values)
    {
        await using var owner = await PlainSql.AsOwnerAsync(database);
        await owner.RunAsync(sql, values);
        await owner.CommitAsync();
    }
}
