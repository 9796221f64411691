using System.Net;
using TipSom.Domain.Identity;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Account;

public sealed class SignInTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Somebody_signs_in_sees_the_own_work_and_signs_out_for_good()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var police = await world.PoliceAsync();

        var browser = await portal.BrowserOfAsync(police.Officer);
        var work = await browser.OpenAsync("/");
        await browser.SubmitAsync(work, "form[action='/account/sign-out']");

        Assert.Contains("My work", work.Title);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Unknown_wrong_and_disabled_get_the_same_answer()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var police = await world.PoliceAsync();
        var browser = portal.Browser();

        var answers = new List<string>();
        foreach (var name in new[] { "nobody@test.example", police.Officer.UserName! })
        {
            var answer = await browser.SubmitAsync(
                await browser.OpenAsync("/account/sign-in"), "form[action='/account/sign-in']", ("Input.UserName", name), ("Input.Password", "not the password"));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            answers.Add((await answer.HtmlAsync()).MainText().Replace(name, "", StringComparison.Ordinal));
        }

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task Five_wrong_passwords_make_the_account_wait()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var user = (await world.PoliceAsync()).Officer;
        var browser = portal.Browser();
        var page = await browser.OpenAsync("/account/sign-in");
        for (var i = 0; i < 5; i++)
            await browser.SubmitAsync(page, "form[action='/account/sign-in']", ("Input.UserName", user.UserName!), ("Input.Password", "wrong wrong wrong"));

        var right = await browser.SubmitAsync(page, "form[action='/account/sign-in']", ("Input.UserName", user.UserName!), ("Input.Password", World.Password));

        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
    }

    [Fact]
    public async Task A_role_without_the_permission_is_refused()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var police = await world.PoliceAsync();
        var analyst = await world.UserAsync(police.Headquarters, Role.Analyst);

        var browser = await portal.BrowserOfAsync(analyst);

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).StatusCode);
    }
}
