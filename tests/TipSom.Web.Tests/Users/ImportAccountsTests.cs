using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TipSom.Data.Identity;
using TipSom.Domain.Identity;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Users;

/// <summary>Several people invited by a list: looked at first, then all or none, and the codes once.</summary>
public sealed class ImportAccountsTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private readonly World world = new(database);
    private readonly Portal portal = new(database);

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        await world.DisposeAsync();
    }

    [Theory]
    [InlineData("/admin/users/import")]
    [InlineData("/admin/users/import/template")]
    public async Task Nobody_but_administrators_opens_it(string url)
    {
        var police = await world.PoliceAsync();

        Assert.Equal(HttpStatusCode.Redirect, (await portal.Browser().GetAsync(url)).StatusCode);
        foreach (var user in new[] { police.Officer, police.Supervisor, await world.CoordinatorAsync() })
            Assert.Equal(HttpStatusCode.Forbidden, (await (await portal.BrowserOfAsync(user)).GetAsync(url)).StatusCode);
        foreach (var role in new[] { Role.AgencyAdministrator, Role.NationalAdministrator })
            Assert.Equal(HttpStatusCode.OK, (await (await portal.BrowserOfAsync(await world.UserAsync(police.Headquarters, role))).GetAsync(url)).StatusCode);
    }

    [Theory]
    [InlineData(',', true, "en-PK")]
    [InlineData(';', false, "en-PK")]
    [InlineData('\t', true, "ur-PK")]
    public async Task The_people_of_the_template_are_shown_then_made_and_their_codes_let_them_in(char between, bool mark, string culture)
    {
        var police = await world.PoliceAsync();
        var browser = await portal.BrowserOfAsync(await AdministratorAsync(police), culture);
        var template = (await (await browser.GetAsync("/admin/users/import/template")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Trim('\uFEFF', '\r', '\n');
        var (first, second) = ($"first.{Guid.NewGuid():n}", $"second.{Guid.NewGuid():n}");
        string[] lines = [template, $"SI Listcanary One,{first},desk@test.example,{police.Station.Code.ToLowerInvariant()},افسر", $"DSP Listcanary Two,{second},,{police.Headquarters.Code},Supervisor"];
        var text = string.Join("\r\n", lines).Replace(',', between);

        var looked = await (await browser.UploadListAsync([.. mark ? Encoding.UTF8.Preamble.ToArray() : [], .. Encoding.UTF8.GetBytes(text)])).HtmlAsync("/admin/users/import");
        Assert.Contains("SI Listcanary One", looked.MainText());
        Assert.Equal(0, await CountAsync(first, second));
        Assert.DoesNotContain("Listcanary", looked.QuerySelector("[name=Kept]")!.GetAttribute("value")!);
        var answer = await browser.SubmitAsync(looked);

        var slips = (await answer.HtmlAsync()).QuerySelectorAll(".slip .code").Select(c => c.TextContent.Trim()).ToList();
        Assert.Equal((2, 2), (slips.Count, slips.Distinct().Count()));
        var made = await UserAsync(second);
        Assert.Equal((police.Headquarters.Id, police.Agency.Id, Role.Supervisor, null), (made.UnitId, made.AgencyId, made.Role, made.Email));
        Assert.Equal("desk@test.example", (await UserAsync(first)).Email);
        var begins = portal.Browser();
        var begun = await begins.SubmitAsync(
            await begins.OpenAsync("/account/begin"), null, ("Input.UserName", second), ("Input.Code", slips[1]),
            ("New.Password", "kettle orbit mango brass fern"), ("New.AgainPassword", "kettle orbit mango brass fern"));
        Assert.StartsWith("/account/set-up", begun.Headers.Location!.OriginalString);
        // Each account is on the trail in the administrator's name, and nothing of the list is in a log.
        await world.AsOwnerAsync(async db => Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.TableName == "users" && e.RowId == made.Id && e.Act == "INSERT" && e.ActorId != null)));
        Assert.DoesNotContain(portal.Log.Lines, line => line.Contains("Listcanary", StringComparison.OrdinalIgnoreCase) || slips.Any(line.Contains) || line.Contains(first, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_wrong_line_says_what_is_wrong_and_nobody_is_made()
    {
        var (police, other) = (await world.PoliceAsync(), await world.PoliceAsync());
        var browser = await portal.BrowserOfAsync(await AdministratorAsync(police));
        var fine = $"fine.{Guid.NewGuid():n}";
        string[] lines =
        [
            AccountLists.Heading, $"SI Fine,{fine},,{police.Station.Code},Officer", $"SI Caseworker,a.{fine},,{police.Station.Code},Caseworker",
            $"AD Auditor,b.{fine},,{police.Station.Code},Auditor", $"SI Elsewhere,c.{fine},,{other.Station.Code},Officer", $",d.{fine},,{police.Station.Code},Officer",
            $"SI Capital,E.{fine},,{police.Station.Code},Officer", $"SI Taken,{police.Officer.UserName},,{police.Station.Code},Officer",
            $"SI Twice,f.{fine},,{police.Station.Code},Officer", $"SI Twice,f.{fine},not an address,{police.Station.Code},King"
        ];

        var page = await (await browser.UploadListAsync(string.Join('\n', lines))).HtmlAsync("/admin/users/import");

        Assert.Equal(
            [
                "An account and a code", "This agency has nobody in this role.", "A national role is never given by a list. Propose it for this person alone.",
                "You do not keep the accounts of this unit.", "Enter name and rank.", "A user name has 3 to 100 small letters, digits and . _ - + @ and no space.",
                "Somebody has this user name already.", "This user name is on the list twice.",
                "This user name is on the list twice. Enter an e-mail address, or leave it empty. Write the role as it is named on this page."
            ],
            page.QuerySelectorAll("main tbody tr td:last-child").Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        Assert.Null(page.QuerySelector("[name=Kept]"));
        Assert.Equal(0, await CountAsync(fine));
    }

    [Fact]
    public async Task What_became_wrong_since_it_was_looked_at_makes_nobody()
    {
        var police = await world.PoliceAsync();
        var browser = await portal.BrowserOfAsync(await AdministratorAsync(police));
        var (first, second) = ($"first.{Guid.NewGuid():n}", $"second.{Guid.NewGuid():n}");
        var looked = await (await browser.UploadListAsync(
            $"{AccountLists.Heading}\nSI One,{first},,{police.Station.Code},Officer\nSI Two,{second},,{police.Station.Code},Officer")).HtmlAsync("/admin/users/import");
        await world.AsAsync(await AdministratorAsync(police), async (_, db) =>
        {
            await new KeptAccounts(db).InviteAsync(new NewAccount("SI Quicker", second, null, police.Station.Id, Role.Officer), CancellationToken.None);
            return true;
        });

        var refused = await browser.SubmitAsync(looked);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("Nobody was invited", (await refused.HtmlAsync()).MainText());
        Assert.Contains("Somebody has this user name already.", (await refused.HtmlAsync()).MainText());
        Assert.Equal(0, await CountAsync(first));
    }

    [Fact]
    public async Task The_database_makes_none_where_one_of_several_is_refused()
    {
        var (police, other) = (await world.PoliceAsync(), await world.PoliceAsync());
        var name = $"new.{Guid.NewGuid():n}";
        NewAccount[] accounts = [new("SI One", name, null, police.Station.Id, Role.Officer), new("SI Two", $"x.{name}", null, other.Station.Id, Role.Officer)];

        var refused = await Assert.ThrowsAsync<PostgresException>(async () => await world.AsAsync(await AdministratorAsync(police), async (_, db) =>
        {
            await new KeptAccounts(db).InviteAsync([.. accounts.Select(a => (Guid.CreateVersion7(), a))], CancellationToken.None);
            return true;
        }));

        Assert.Equal(HandingOn.UnitNotKept, refused.MessageText);
        Assert.Equal(0, await CountAsync(name));
    }

    [Fact]
    public async Task Sent_twice_at_once_it_makes_nobody_twice_and_the_codes_last_shown_are_good()
    {
        var police = await world.PoliceAsync();
        var administrator = await AdministratorAsync(police);
        var browser = await portal.BrowserOfAsync(administrator);
        var name = $"new.{Guid.NewGuid():n}";
        var looked = await (await browser.UploadListAsync($"{AccountLists.Heading}\nSI One,{name},,{police.Station.Code},Officer")).HtmlAsync("/admin/users/import");

        var answers = await Task.WhenAll(browser.SubmitAsync(looked), browser.SubmitAsync(looked));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        var last = (await (await browser.SubmitAsync(looked)).HtmlAsync()).QuerySelector(".slip .code")!.TextContent.Trim();

        Assert.Equal(1, await CountAsync(name));
        await world.AsOwnerAsync(async db => Assert.Equal(1, await db.Database.SqlQuery<int>(
            $"select count(*)::integer as \"Value\" from identity.account_codes c join identity.users u on u.id = c.user_id where u.user_name = {name} and c.ended_at is null").SingleAsync()));
        var begins = portal.Browser();
        await begins.SubmitAsync(
            await begins.OpenAsync("/account/begin"), null, ("Input.UserName", name), ("Input.Code", last), ("New.Password", "kettle orbit mango brass fern"), ("New.AgainPassword", "kettle orbit mango brass fern"));
        // Whoever has begun keeps what they have.
        var late = await browser.SubmitAsync(looked);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Everybody on this list has begun already", (await late.HtmlAsync()).MainText());
        // The sealed list is worth nothing in another's hands.
        var other = await portal.BrowserOfAsync(await AdministratorAsync(police));
        var stolen = await other.SubmitAsync(await other.OpenAsync("/admin/users/import"), null, ("Kept", looked.QuerySelector("[name=Kept]")!.GetAttribute("value")!));
        Assert.Contains("Choose the file again.", (await stolen.HtmlAsync()).MainText());
    }

    [Fact]
    public async Task The_national_administrator_invites_administrators_of_agencies_only()
    {
        var police = await world.PoliceAsync();
        var browser = await portal.BrowserOfAsync(await world.UserAsync((await world.FiaAsync()).Headquarters, Role.NationalAdministrator));
        var name = $"new.{Guid.NewGuid():n}";

        var wrong = await (await browser.UploadListAsync($"{AccountLists.Heading}\nSI One,{name},,{police.Headquarters.Code},Officer")).HtmlAsync("/admin/users/import");
        Assert.Contains("The administrator of the agency decides where its people work.", wrong.MainText());
        var looked = await (await browser.UploadListAsync($"{AccountLists.Heading}\nDSP One,{name},,{police.Headquarters.Code},Agency administrator")).HtmlAsync("/admin/users/import");
        await browser.SubmitAsync(looked);

        Assert.Equal((police.Headquarters.Id, Role.AgencyAdministrator), ((await UserAsync(name)).UnitId, (await UserAsync(name)).Role));
    }

    [Theory]
    [InlineData("", "Choose the file with the list.")]
    [InlineData("a,b\nc,d", "The first line names the columns.")]
    [InlineData(AccountLists.Heading, "Nobody is on this list.")]
    [InlineData("PDF\0", "This file cannot be read.")]
    [InlineData("201", "At most 200 people are invited together.")]
    [InlineData("300000", "At most 200 people are invited together.")]
    [InlineData("2000000", "At most 200 people are invited together.")]
    public async Task A_file_that_will_not_do_is_refused_by_a_sentence(string file, string sentence)
    {
        var police = await world.PoliceAsync();
        var browser = await portal.BrowserOfAsync(await AdministratorAsync(police));
        if (file == "201")
            file = AccountLists.Of(police.Station, 201);
        else if (int.TryParse(file, out var size))
            file = new string('x', size);

        var answer = await browser.UploadListAsync(file);
        var page = answer.Headers.Location is null ? await answer.HtmlAsync() : await browser.FollowAsync(answer);

        Assert.Contains(sentence, page.QuerySelector(".error-summary")!.TextContent);
    }

    private Task<User> AdministratorAsync(Force force) => world.UserAsync(force.Headquarters, Role.AgencyAdministrator);

    private async Task<User> UserAsync(string userName)
    {
        User? found = null;
        await world.AsOwnerAsync(async db => found = await db.Users.AsNoTracking().SingleAsync(u => u.UserName == userName));
        return found!;
    }

    private async Task<int> CountAsync(params string[] userNames)
    {
        var count = 0;
        await world.AsOwnerAsync(async db => count = await db.Users.CountAsync(u => userNames.Contains(u.UserName!)));
        return count;
    }
}
