using Npgsql;
using TipSom.Data.RowSecurity;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.RowSecurity;

public sealed class DurabilityGuardTests(DurableDatabase durable) : IClassFixture<DurableDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_as_it_comes_is_served_from()
    {
        await using var source = NpgsqlDataSource.Create(durable.Database.AppConnectionString);

        await DurabilityGuard.CheckAsync(source, Cancellation);
    }

    [Theory]
    [InlineData("fsync")]
    [InlineData("full_page_writes")]
    [InlineData("synchronous_commit")]
    public async Task One_that_forgets_in_a_power_cut_is_not_and_the_sentence_names_the_setting(string setting)
    {
        await SetAsync($"alter system set {setting} = off");
        try
        {
            await using var source = NpgsqlDataSource.Create(durable.Database.AppConnectionString);

            var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => DurabilityGuard.CheckAsync(source, Cancellation));

            Assert.Contains($"{setting} = off", refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            await SetAsync($"alter system reset {setting}");
        }
    }

    [Theory]
    [InlineData("Host=/var/run/postgresql")]
    [InlineData("Host=localhost")]
    [InlineData("Host=127.0.0.1")]
    [InlineData("Host=::1")]
    [InlineData("Host=localhost:5433,127.0.0.1:5434")]
    [InlineData("Host=db.example;SSL Mode=VerifyFull")]
    [InlineData("Host=db-a.example,db-b.example;SSL Mode=VerifyFull")]
    public void A_line_nobody_reads_on_the_way_is_used(string line) => DurabilityGuard.CheckLine(line);

    [Theory]
    [InlineData("Host=db.example")]
    [InlineData("Host=10.0.0.7")]
    [InlineData("Host=db.example;SSL Mode=Require")]
    [InlineData("Host=db.example;SSL Mode=VerifyCA")]
    [InlineData("Host=localhost,db.example")]
    [InlineData("Host=localhost.example")]
    public void Any_other_line_is_refused(string line) =>
        Assert.Contains("VerifyFull", Assert.Throws<InvalidOperationException>(() => DurabilityGuard.CheckLine(line)).Message, StringComparison.Ordinal);

    // A setting of the whole server is read anew a moment after it is asked to.
    private async Task SetAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(durable.Database.SuperuserConnectionString);
        await using (var set = source.CreateCommand(sql))
            await set.ExecuteNonQueryAsync(Cancellation);
        await using (var reload = source.CreateCommand("select pg_reload_conf()"))
            await reload.ExecuteNonQueryAsync(Cancellation);
        var wanted = sql.Contains(" reset ", StringComparison.Ordinal) ? "on" : "off";
        var setting = sql.Split(' ')[3];
        for (var tries = 0; tries < 100; tries++)
        {
            await using var fresh = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(durable.Database.SuperuserConnectionString) { Pooling = false }.ConnectionString);
            await fresh.OpenAsync(Cancellation);
            await using var ask = new NpgsqlCommand($"select current_setting('{setting}')", fresh);
            if ((string?)await ask.ExecuteScalarAsync(Cancellation) == wanted)
                return;
            await Task.Delay(20, Cancellation);
        }

        Assert.Fail($"{setting} is still not {wanted}");
    }
}
