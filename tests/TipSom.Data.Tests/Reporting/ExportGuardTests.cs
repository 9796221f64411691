using Microsoft.EntityFrameworkCore;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain.Consents;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting.Exports;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Reporting;

/// <summary>What the database gives to exports: codes alone, of people who agreed, to the national desk and analysts.</summary>
public sealed class ExportGuardTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private const string People = "select count(*) from statistics.export_facts('2018-01-01', '2099-12-31')";

    private readonly World world = new(database);

    [Theory]
    [InlineData("select from statistics.export_facts('2026-01-01', '2026-12-31')")]
    [InlineData("select from statistics.export_suspects('2026-01-01', '2026-12-31')")]
    public async Task The_national_desk_and_analysts_ask_and_nobody_else(string sql)
    {
        var force = await world.PoliceAsync();
        foreach (var role in Enum.GetValues<Role>())
        {
            await using var session = await PlainSql.AsAsync(database, await world.UserAsync(force.Headquarters, role));
            var answer = await session.TryAsync(sql);
            var mayAsk = role is Role.NationalAdministrator or Role.NationalCoordinator or Role.Analyst;
            Assert.True((mayAsk ? "" : PersonExport.NotAllowed) == answer.Message, $"{role}: {answer.Message}");
        }

        await using var nobody = await PlainSql.AsAsync(database, null);
        Assert.Equal(PersonExport.NotAllowed, (await nobody.TryAsync(sql)).Message);
    }

    [Fact]
    public async Task Only_whose_last_answer_lets_data_without_a_name_serve_research_is_there()
    {
        var force = await world.PoliceAsync();
        var analyst = await world.UserAsync(force.Headquarters, Role.Analyst);
        var @case = await world.CaseAsync(force.Officer);
        Assert.Equal(0, await CountAsync());

        await world.ConsentAsync(force.Officer, @case, c => c with { Purposes = [ConsentPurpose.Services] });
        Assert.Equal(0, await CountAsync());
        var given = await world.ConsentAsync(force.Officer, @case, c => c with { Purposes = [ConsentPurpose.Research] });
        Assert.Equal(1, await CountAsync());

        await world.AsAsync(force.Officer, async (_, db) =>
        {
            (await db.Consents.SingleAsync(c => c.Id == given.Id)).Withdraw(DateTimeOffset.UtcNow);
            return true;
        });
        Assert.Equal(0, await CountAsync());
        await world.ConsentAsync(force.Officer, @case, c => c with { Purposes = [ConsentPurpose.Research] });
        Assert.Equal(1, await CountAsync());
        await world.ConsentAsync(force.Officer, @case, c => c with { Purposes = [ConsentPurpose.Services] });
        Assert.Equal(0, await CountAsync());

        async Task<long> CountAsync()
        {
            await OwnerAsync("select statistics.rebuild()");
            await using var session = await PlainSql.AsAsync(database, analyst);
            return await session.AskAsync<long>(People);
        }
    }

    [Fact]
    public async Task Nothing_that_leads_to_a_record_or_a_name_is_given()
    {
        await using var owner = await PlainSql.AsOwnerAsync(database);
        var columns = await owner.ListAsync("""
            select p.proname || ': ' || format_type(t, null) from pg_proc p cross join lateral unnest(p.proallargtypes, p.proargmodes::text[]) a (t, mode)
            where p.pronamespace = 'statistics'::regnamespace and p.proname like 'export\_%' and a.mode = 't' group by 1 order by 1
            """);

        // No id, no day, no moment, no bytes.
        Assert.Equal(
            ["export_facts: boolean", "export_facts: integer", "export_facts: text", "export_facts: text[]", "export_suspects: boolean", "export_suspects: integer", "export_suspects: text", "export_suspects: text[]"],
            columns);
    }

    [Fact]
    public async Task The_template_is_saved_by_the_national_administrator_in_the_own_name_and_never_changed()
    {
        const string save = "insert into statistics.export_templates (id, version, headings, fields, saved_by_id, saved_by_name, saved_at) values (gen_random_uuid(), 1, '{a}', '{Total}', $1, 'Somebody', '2020-01-01')";
        var force = await world.PoliceAsync();
        var (administrator, analyst) = (await world.AdministratorAsync(force), await world.UserAsync(force.Headquarters, Role.Analyst));
        await using (var session = await PlainSql.AsAsync(database, analyst))
            Assert.Equal(Outcome.NotAllowed, (await session.TryAsync(save, analyst.Id)).State);

        await using var own = await PlainSql.AsAsync(database, administrator);
        Assert.Equal(Outcome.NotAllowed, (await own.TryAsync(save, analyst.Id)).State);
        await own.RunAsync(save, administrator.Id);
        Assert.Equal(administrator.DisplayName, await own.AskAsync<string>("select saved_by_name from statistics.export_templates"));
        Assert.Equal(Outcome.NotAllowed, (await own.TryAsync("update statistics.export_templates set headings = '{b}'")).State);
        Assert.Equal("23505", (await own.TryAsync(save, administrator.Id)).State);
    }

    private async Task OwnerAsync(string sql, params object[] values)
    {
        await using var owner = await PlainSql.AsOwnerAsync(database);
        await owner.RunAsync(sql, values);
        await owner.CommitAsync();
    }

    public async ValueTask DisposeAsync() => await world.DisposeAsync();
}
