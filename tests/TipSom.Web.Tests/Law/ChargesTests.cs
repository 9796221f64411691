using System.Net;
using TipSom.Domain.Law;
using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;

namespace TipSom.Web.Tests.Law;

/// <summary>Charges, what became of them, and compensation.</summary>
public sealed class ChargesTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Fact]
    public async Task Strangers_are_refused()
    {
        var @case = await site.NewCaseAsync();
        var charge = await site.World.ChargeAsync(site.Police.Officer, @case, await site.World.OffenceAsync(site.Police.Officer, @case));

        foreach (var act in new[] { "/charges", $"/charges/{charge.Id}", "/compensation/1" })
            await site.GuardsAsync(@case.UrlOf(act));
        foreach (var act in new[] { $"/charges/{Guid.NewGuid()}", "/compensation/9" })
            Assert.Equal(HttpStatusCode.NotFound, (await site.Officer.GetAsync(@case.UrlOf(act))).StatusCode);
    }

    [Fact]
    public async Task An_accused_is_charged_convicted_and_appeals()
    {
        var @case = await site.NewCaseAsync();
        var offence = await site.World.OffenceAsync(site.Police.Officer, @case);

        Assert.Contains("Enter who is suspected first.", (await site.Officer.OpenAsync(@case.UrlOf("/charges"))).MainText());
        await site.World.SuspectAsync(site.Police.Officer, @case);
        Assert.Contains("Choose a suspect.", (await (await site.DoAsync(@case.UrlOf("/charges"), ("Input.Offence", $"{offence.Id}"), ("Input.On", LawActs.Today))).HtmlAsync()).Errors());

        var page = await site.DoneAsync(@case.UrlOf("/charges"), ("Input.Accused", "1"), ("Input.Offence", $"{offence.Id}"), ("Input.On", LawActs.DayIn(-1)), ("Input.Court", "MAG1"));
        Assert.Contains("Suspect 1", page.MainText());
        Assert.Contains("Not decided", page.MainText());
        var outcome = page.QuerySelector("tbody a[href*='/charges/']")!.GetAttribute("href")!;
        Assert.Contains("Choose the day.", (await (await site.DoAsync(outcome, ("Input.Verdict", "Convicted"))).HtmlAsync()).Errors());
        page = await site.DoneAsync(
            outcome, ("Input.Plea", "NotGuilty"), ("Input.Verdict", "Convicted"), ("Input.DecidedOn", LawActs.Today), ("Input.Years", "7"), ("Input.Fine", "500000"));
        Assert.Contains("7 years fine of Rs 500,000", page.MainText());
        page = await site.DoneAsync(outcome, ("Input.Appeal", "Pending"));

        Assert.Contains("Convicted", page.MainText());
        Assert.Contains("Appeal pending", page.MainText());
    }

    [Fact]
    public async Task The_same_charge_and_a_second_verdict_are_refused()
    {
        var @case = await site.NewCaseAsync();
        var offence = await site.World.OffenceAsync(site.Police.Officer, @case);
        var charge = await site.World.ChargeAsync(site.Police.Officer, @case, offence);
        var url = @case.UrlOf($"/charges/{charge.Id}");

        await site.RefusedAsync(
            await site.DoAsync(@case.UrlOf("/charges"), ("Input.Accused", "1"), ("Input.Offence", $"{offence.Id}"), ("Input.On", LawActs.Today)),
            Charge.ChargedAlready);
        var late = await site.Officer.OpenAsync(url);
        await site.RefusedAsync(
            await site.DoAsync(url, ("Input.Verdict", "Acquitted"), ("Input.DecidedOn", LawActs.Today), ("Input.Years", "1")), Charge.SentenceWithoutConviction);
        await site.DoneAsync(url, ("Input.Verdict", "Acquitted"), ("Input.DecidedOn", LawActs.Today));
        await site.RefusedAsync(
            await site.Officer.SubmitAsync(late, null, ("Input.Verdict", "Convicted"), ("Input.DecidedOn", LawActs.Today)), Charge.DecidedAlready);
        var stranger = await site.DoAsync(
            @case.UrlOf("/charges"), ("Input.Accused", "9"), ("Input.Offence", $"{offence.Id}"), ("Input.On", LawActs.Today));
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
    }

    [Fact]
    public async Task Compensation_is_asked_ordered_and_paid_and_no_more_than_was_ordered()
    {
        var @case = await site.NewCaseAsync();
        var url = @case.UrlOf("/compensation/1");

        await site.RefusedAsync(
            await site.DoAsync(url, ("Input.Ordered", "10"), ("Input.OrderedOn", LawActs.Today), ("Input.Paid", "11"), ("Input.PaidOn", LawActs.Today)),
            Compensation.InDisorder);
        Assert.Contains("Give the amount and the day.", (await (await site.DoAsync(url, ("Input.Ordered", "10"))).HtmlAsync()).Errors());
        var page = await site.DoneAsync(
            url, ("Input.AskedOn", LawActs.DayIn(-3)), ("Input.Ordered", "500000"), ("Input.OrderedOn", LawActs.Today), ("Input.Paid", "200000"), ("Input.PaidOn", LawActs.Today));

        Assert.Contains("500,000", page.MainText());
        Assert.Equal("200000", (await site.Officer.OpenAsync(url)).ValueOf("Input.Paid"));
    }

    [Fact]
    public async Task Of_a_closed_case_nothing_changes()
    {
        var @case = await site.NewCaseAsync();

        await site.RefusesClosedAsync(@case, @case.UrlOf("/compensation/1"), ("Input.AskedOn", LawActs.Today));
    }
}
