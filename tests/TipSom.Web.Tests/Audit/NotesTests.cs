using System.Net;
using Npgsql;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Audit;

/// <summary>What changes no row is on the trail too: who came and went, who was refused what, and what was taken out.</summary>
public sealed class NotesTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Coming_in_failing_to_and_going_are_told_of_the_account()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var police = await world.PoliceAsync();
        var browser = portal.Browser();
        var form = await browser.OpenAsync("/account/sign-in");
        await browser.SubmitAsync(form, "form[action='/account/sign-in']", ("Input.UserName", police.Officer.UserName!), ("Input.Password", "not the password at all"));
        await browser.SignInAsync(police.Officer.UserName!, World.Password);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(await browser.OpenAsync("/account/sign-out"))).StatusCode);

        Assert.Equal(
            ["SIGN_IN_REFUSED WrongPassword -", "SIGN_IN SignedInWithRecoveryCode -", $"SIGN_OUT {police.Officer.Id}"],
            await ListAsync("""
                select concat_ws(' ', act, detail, case when act = 'SIGN_OUT' then actor_id::text else coalesce(actor_id::text, '-') end)
                from audit.entries where table_name = 'users' and row_id = $1 and act like 'SIGN%' order by id
                """, police.Officer.Id));
    }

    [Fact]
    public async Task A_name_that_nobody_has_is_told_without_the_name()
    {
        await using var portal = new Portal(database);
        var browser = portal.Browser();
        await browser.SubmitAsync(
            await browser.OpenAsync("/account/sign-in"), "form[action='/account/sign-in']", ("Input.UserName", "zarmeena.canarybird@test.example"), ("Input.Password", "not the password at all"));

        Assert.Contains("SIGN_IN_REFUSED UnknownAccount", await ListAsync("select concat_ws(' ', act, detail, row_id) from audit.entries where table_name = 'users'"));
        Assert.Empty(await ListAsync("select to_jsonb(e)::text from audit.entries e where to_jsonb(e)::text ilike '%canary%'"));
    }

    [Fact]
    public async Task Who_is_refused_is_told_with_the_template_of_the_page_and_never_its_address()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var (police, shelter, other) = (await world.PoliceAsync(), await world.ProviderAsync(), await world.PoliceAsync());
        await world.AgreementAsync(police, shelter);
        var referral = await world.SentReferralAsync(police, shelter);
        var @case = await world.CaseAsync(police.Officer);
        var (officer, caseworker, stranger) = (await portal.BrowserOfAsync(police.Officer), await portal.BrowserOfAsync(shelter.Caseworker), await portal.BrowserOfAsync(other.Officer));

        Assert.Equal(HttpStatusCode.Forbidden, (await caseworker.GetAsync($"/cases/{@case.Number}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/cases/{@case.Number}/people/1/identity")).StatusCode);
        await world.OpenAsync(shelter.Caseworker, referral);
        var acceptance = await caseworker.OpenAsync($"/referrals/{referral.Number}/decline");
        await world.WithdrawAsync(police.Officer, referral);
        Assert.Equal(HttpStatusCode.Conflict, (await caseworker.SubmitAsync(acceptance, null, ("Input.Reason", "NoPlace"), ("Input.Note", "Free again on Monday."))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync("/no/such/page")).StatusCode);

        Assert.Equal(["REFUSED 403 /cases/:number", "REFUSED_BY_RULE 409 /referrals/:number/decline"], await NotesOfAsync(shelter.Caseworker.Id));
        Assert.Equal(["REFUSED 404 /cases/:number/people/:position/identity"], await NotesOfAsync(other.Officer.Id));
        // An address that is no page is nobody's record.
        Assert.Empty(await NotesOfAsync(police.Officer.Id));
    }

    [Fact]
    public async Task A_list_taken_out_as_a_file_is_told()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var coordinator = await world.CoordinatorAsync();
        var browser = await portal.BrowserOfAsync(coordinator);

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/board/csv")).StatusCode);

        Assert.Equal(["EXPORT board"], await NotesOfAsync(coordinator.Id));
    }

    private Task<List<string>> NotesOfAsync(Guid actor) => ListAsync(
        "select concat_ws(' ', act, detail) from audit.entries where actor_id = $1 and act not in ('INSERT', 'UPDATE') order by id", actor);

    private async Task<List<string>> ListAsync(string sql, params object[] values)
    {
        await using var owner = NpgsqlDataSource.Create(database.OwnerConnectionString);
        await using var command = owner.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        await using var row = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var lines = new List<string>();
        while (await row.ReadAsync(TestContext.Current.CancellationToken))
            lines.Add(row.GetString(0));
        return lines;
    }
}
