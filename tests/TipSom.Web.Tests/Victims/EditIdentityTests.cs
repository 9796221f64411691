using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TipSom.Data.Encryption;
using TipSom.Domain.Cases;
using TipSom.Domain.Victims;
using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;

namespace TipSom.Web.Tests.Victims;

public sealed class EditIdentityTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Fact]
    public async Task Only_those_on_the_case_get_in() => await site.GuardsAsync(UrlOf(await site.World.CaseAsync(site.Police.Officer)));

    [Fact]
    public async Task A_reason_opens_the_form_and_saving_replaces_what_was_kept()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var ask = await site.Officer.OpenAsync(UrlOf(@case));
        var form = await OpenFormAsync(site.Officer, ask);

        var page = await site.Officer.FollowAsync(await site.Officer.SubmitAsync(
            form, null, ("Step", "Save"), ("Input.Name", "زرمینہ"), ("Input.Phone", "۰۳۰۰-1234567")));

        Assert.DoesNotContain("Canary", ask.Source.Text);
        Assert.Equal("Zarmeena Canarybird", form.ValueOf("Input.Name"));
        Assert.Equal("90000-1234567-1", form.ValueOf("Input.IdNumber"));
        Assert.Contains("The identity of person 1 was changed.", page.MainText());
        Assert.Equal(new IdentityDetails("زرمینہ", "Gulfraz Canaryfather", "9000012345671", "+923001234567"), await KeptAsync(@case));
        Assert.Equal(1, await site.ReadAsync(db => db.IdentityOpenings.CountAsync(o => o.CaseId == @case.Id)));
    }

    [Fact]
    public async Task Names_papers_and_the_address_are_sealed_and_rules_learn_who_holds_the_papers()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var form = await OpenFormAsync(site.Officer, await site.Officer.OpenAsync(UrlOf(@case)));

        await site.Officer.SubmitAsync(form, null,
            ("Step", "Save"), ("Input.NameInOtherScript", "زرمینہ"), ("Input.HusbandName", "Sajid Canaryhusband"), ("Input.BirthDate", "1999-02-03"),
            ("Input.Papers[0].KindCode", "PASSPORT"), ("Input.Papers[0].Number", "ab 1234567"), ("Input.Papers[0].CountryCode", "AF"),
            ("Input.Papers[0].IsHeldByTrafficker", "true"), ("Input.Address", "Canarylane 3"), ("Input.AddressIsConfidential", "true"));

        var kept = await KeptAsync(@case);
        Assert.Equal(("زرمینہ", "Sajid Canaryhusband", new DateOnly(1999, 2, 3), "Canarylane 3", false), (kept.NameInOtherScript, kept.HusbandName, kept.BirthDate, kept.Address, kept.PhotoAllowed));
        Assert.Equal([new IdentityPaper("PASSPORT", "AB1234567", "AF", true, false)], kept.Papers);
        Assert.Equal("9000012345671", kept.IdNumber);
        var victim = await site.ReadAsync(db => db.Victims.SingleAsync(v => v.CaseId == @case.Id));
        Assert.True(victim is { PapersHeldByTrafficker: true, AddressIsConfidential: true });
        var shown = await (await site.Officer.SubmitAsync(
            await site.Officer.OpenAsync($"/cases/{@case.Number}/people/1/identity"), null, ("Reason.Chosen", "To check a document"))).HtmlAsync();
        Assert.Contains(shown.QuerySelectorAll("dt"), dt => dt.TextContent.EndsWith("(Afghanistan)", StringComparison.Ordinal));
        Assert.Contains("AB1234567", shown.MainText());
        Assert.Contains("Held by the trafficker", shown.MainText());
        Assert.Contains("No region issues numbers that begin with this digit.", shown.MainText());
    }

    [Fact]
    public async Task A_paper_of_thirteen_digits_has_them()
    {
        var form = await OpenFormAsync(site.Officer, await site.Officer.OpenAsync(UrlOf(await site.World.CaseAsync(site.Police.Officer))));

        var page = await (await site.Officer.SubmitAsync(form, null, ("Step", "Save"), ("Input.Papers[0].KindCode", "CNIC"), ("Input.Papers[0].Number", "12"))).HtmlAsync();

        Assert.Equal(["Enter 13 digits, for example 35202-1234567-1, or leave it empty."], page.Errors());
    }

    [Fact]
    public async Task Without_a_reason_the_form_stays_closed_even_when_the_step_is_left_out()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);

        var page = await (await site.Officer.SubmitAsync(await site.Officer.OpenAsync(UrlOf(@case)))).HtmlAsync();

        Assert.Equal(["Say why you open this identity."], page.Errors());
        Assert.DoesNotContain("Canary", page.Source.Text);
    }

    [Fact]
    public async Task Where_nothing_is_kept_the_form_is_open_at_once()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.Officer.SubmitAsync(
            await site.Officer.OpenAsync($"/cases/{@case.Number}/people/new"), null, ("Input.Person.Safety", "Safe"), ("Input.Person.Sex", "Male"), ("Input.Person.Years", "30"));
        var url = $"/cases/{@case.Number}/people/2/edit-identity";

        var empty = await (await site.Officer.SubmitAsync(await site.Officer.OpenAsync(url), null, ("Step", "Save"))).HtmlAsync();
        var saved = await site.Officer.SubmitAsync(await site.Officer.OpenAsync(url), null, ("Step", "Save"), ("Input.Name", "Karim Canarybird"));

        Assert.Equal(["Enter at least one of these."], empty.Errors());
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.DoesNotContain("anary", saved.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_colleague_s_correction_is_not_undone_and_what_was_typed_stays()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var supervisor = await site.Portal.BrowserOfAsync(site.Police.Supervisor);
        var mine = await OpenFormAsync(site.Officer, await site.Officer.OpenAsync(UrlOf(@case)));
        var theirs = await OpenFormAsync(supervisor, await supervisor.OpenAsync(UrlOf(@case)));
        await supervisor.SubmitAsync(theirs, null, ("Step", "Save"), ("Input.Name", "Theirs"));

        var answer = await site.Officer.SubmitAsync(mine, null, ("Step", "Save"), ("Input.Name", "Mine"));

        var page = await answer.HtmlAsync();
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(["Somebody else changed this while you were reading it. Look at it again before you go on."], page.Errors());
        Assert.Equal("Mine", page.ValueOf("Input.Name"));
        Assert.Equal("Theirs", (await KeptAsync(@case)).Name);
    }

    [Fact]
    public async Task Numbers_that_cannot_be_are_said()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var form = await OpenFormAsync(site.Officer, await site.Officer.OpenAsync(UrlOf(@case)));

        var page = await (await site.Officer.SubmitAsync(form, null, ("Step", "Save"), ("Input.IdNumber", "12"), ("Input.Phone", "call me"))).HtmlAsync();

        Assert.Equal(2, page.Errors().Count);
        Assert.Equal("call me", page.ValueOf("Input.Phone"));
    }

    private static string UrlOf(Case @case) => $"/cases/{@case.Number}/people/1/edit-identity";

    private static async Task<IHtmlDocument> OpenFormAsync(PortalBrowser browser, IHtmlDocument ask) =>
        await (await browser.SubmitAsync(ask, null, ("Step", "Open"), ("Reason.Chosen", "To correct or complete the details"))).HtmlAsync();

    private Task<IdentityDetails> KeptAsync(Case @case) => site.World.AsAsync(site.Police.Officer, async (scope, db) =>
    {
        var kept = await db.VictimIdentities.SingleAsync(i => i.CaseId == @case.Id);
        return scope.GetRequiredService<RecordCipher>().Open<IdentityDetails>(SealKinds.Identity, kept.VictimId, kept.SealedDetails);
    });
}
