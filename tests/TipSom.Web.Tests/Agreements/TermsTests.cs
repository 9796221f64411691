using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using TipSom.Domain.Agreements;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Agreements;

/// <summary>Proposing a new agreement and a change of one.</summary>
public sealed class TermsTests(AgreementSite site) : IClassFixture<AgreementSite>
{
    [Fact]
    public async Task Strangers_are_refused()
    {
        var pair = await site.PairAsync();
        var agreement = await site.World.AgreementAsync(pair.Police, pair.Shelter);
        foreach (var url in new[] { "/agreements/new", $"/agreements/{agreement.Id}/change" })
            await site.RefusesStrangersAsync(url, pair.Police.Officer, pair.Coordinator, pair.Shelter.Manager);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.As(pair.Administrator)).GetAsync($"/agreements/{Guid.NewGuid()}/change")).StatusCode);
    }

    [Fact]
    public async Task A_new_agreement_is_proposed_in_three_steps_and_nothing_typed_is_lost()
    {
        var pair = await site.PairAsync();
        var browser = await site.As(pair.Administrator);
        var number = $"MOU/TEST/{Guid.NewGuid():N}"[..20];

        var document = await browser.OpenAsync("/agreements/new");
        var coverage = await NextAsync(browser, document, "Coverage", Document(pair, number));
        Assert.Contains("Step 2 of 3", coverage.MainText());
        var refused = await NextAsync(browser, coverage, "Check", ("Input.Services", "Shelter"));
        Assert.Contains("Choose at least one group.", refused.QuerySelector(".error-summary")!.TextContent);
        Assert.True(((IHtmlInputElement)refused.QuerySelector("input[name='Input.Services'][value=Shelter]")!).IsChecked);
        var check = await NextAsync(
            browser, refused, "Check", ("Input.Services", "Shelter"), ("Input.Groups", "Women"), ("Input.ProvinceCodes", "PB"),
            ("Input.DistrictCodes", "KP-PESHAWAR"), ("Input.ReferringAgencyIds", pair.Police.Agency.Id.ToString()), ("Input.DataCategories", "Name"));
        foreach (var part in new[] { number, "Director, Test", "Safe place to stay", "Women", "Punjab", "Peshawar", "Name, after acceptance" })
            Assert.Contains(part, check.MainText());
        Assert.DoesNotContain("Telephone, after acceptance", check.MainText());
        var back = await NextAsync(browser, check, "Document");
        Assert.Equal(number, back.QuerySelector("input[name='Input.Number']")!.GetAttribute("value"));

        var page = await browser.FollowAsync(await browser.SubmitAsync(check, null, ("Step", "Save")));

        Assert.Equal("proposed", page.QuerySelector(".head .tag")!.TextContent);
        Assert.Contains("Version 1 waits for approval", page.MainText());
        Assert.Contains("Peshawar", page.MainText());
    }

    [Fact]
    public async Task A_memorandum_without_an_end_and_an_end_before_the_beginning_are_sent_back()
    {
        var pair = await site.PairAsync();
        var browser = await site.As(pair.Administrator);
        var form = await browser.OpenAsync("/agreements/new");

        var endless = await NextAsync(browser, form, "Coverage", [.. Document(pair, "MOU/X/1").Where(f => f.Item1 != "Input.InForceTo"), ("Input.InForceTo", "")]);
        var backwards = await NextAsync(browser, form, "Coverage", [.. Document(pair, "MOU/X/1").Where(f => f.Item1 != "Input.InForceTo"), ("Input.InForceTo", "2020-01-01")]);
        var law = await NextAsync(browser, form, "Coverage",
            [.. Document(pair, "LAW/X/1").Where(f => f.Item1 is not ("Input.InForceTo" or "Input.Kind")), ("Input.InForceTo", ""), ("Input.Kind", "StatutoryMandate")]);

        Assert.Contains("A memorandum needs a last day.", endless.QuerySelector(".error-summary")!.TextContent);
        Assert.Contains("An agreement cannot end before it begins.", backwards.QuerySelector(".error-summary")!.TextContent);
        Assert.Contains("Step 2 of 3", law.MainText());
    }

    [Fact]
    public async Task A_second_agreement_for_the_same_days_is_refused_by_the_database_with_a_sentence()
    {
        var pair = await site.PairAsync();
        await site.World.AgreementAsync(pair.Police, pair.Shelter);
        var browser = await site.As(pair.Administrator);
        var coverage = await NextAsync(browser, await browser.OpenAsync("/agreements/new"), "Coverage", Document(pair, $"MOU/{Guid.NewGuid():N}"[..20]));
        var check = await NextAsync(browser, coverage, "Check", ("Input.Services", "Shelter"), ("Input.Groups", "Women"), ("Input.ProvinceCodes", "PB"));

        var answer = await browser.SubmitAsync(check, null, ("Step", "Save"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await answer.HtmlAsync();
        Assert.Contains(Agreement.DaysTaken, page.QuerySelector(".error-summary")!.TextContent);
        Assert.Contains("Director, Test", page.MainText());
    }

    [Fact]
    public async Task A_renewal_is_a_change_of_the_last_day_and_one_waits_at_a_time()
    {
        var pair = await site.PairAsync();
        var agreement = await site.World.AgreementAsync(pair.Police, pair.Shelter);
        var url = $"/agreements/{agreement.Id}/change";
        var browser = await site.As(pair.Administrator);
        var form = await browser.OpenAsync(url);
        Assert.Equal(agreement.Number, form.QuerySelector("input[name='Input.Number']")!.GetAttribute("value"));

        var coverage = await NextAsync(browser, form, "Coverage", ("Input.InForceTo", Text(AgreementSite.Today.AddDays(900))));
        var check = await NextAsync(browser, coverage, "Check");
        var page = await browser.FollowAsync(await browser.SubmitAsync(check, null, ("Step", "Save")));

        Assert.Equal("in force", page.QuerySelector(".head .tag")!.TextContent);
        Assert.Contains("Version 2 waits for approval", page.MainText());
        Assert.Contains(Agreement.ChangeWaits, (await browser.OpenAsync(url)).MainText());
        var again = await browser.SubmitAsync(check, null, ("Step", "Save"), ("__once", Guid.NewGuid().ToString()));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    private static (string, string)[] Document(Pair pair, string number) =>
    [
        ("Input.Kind", "Memorandum"), ("Input.Number", number), ("Input.ProviderAgencyId", pair.Shelter.Agency.Id.ToString()),
        ("Input.LeadAgencyId", pair.Police.Agency.Id.ToString()), ("Input.LeadSignatory", "Director, Test"), ("Input.ProviderSignatory", "Chair, Test"),
        ("Input.SignedOn", Text(AgreementSite.Today)), ("Input.InForceFrom", Text(AgreementSite.Today)),
        ("Input.InForceTo", Text(AgreementSite.Today.AddDays(365))), ("Input.Places", "۱۲")
    ];

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<IHtmlDocument> NextAsync(
        PortalBrowser browser, IHtmlDocument page, string step, params (string, string)[] fields)
    {
        var answer = await browser.SubmitAsync(page, null, [("Step", step), .. fields]);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{(int)answer.StatusCode}");
        return await answer.HtmlAsync();
    }
}
