using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using TipSom.Data.Identity;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;
using TipSom.Web.Drafts;
using TipSom.Web.Tests.Cases;

namespace TipSom.Web.Tests.Drafts;

/// <summary>A form that asked for a draft, without any script.</summary>
public sealed class FormTests(CaseSite site) : IClassFixture<CaseSite>
{
    private static readonly (string Name, string Value)[] Typed =
    [
        ("Input.Person.Sex", "Female"), ("Input.Person.Years", "sixteen"), ("Input.Person.IsAbout", "true"), ("Input.DistrictCode", "PB-MULTAN"),
        ("Input.Needs", "Shelter"), ("Input.Needs", "ChildProtection"), ("Input.Who.Name", "Zarmeena Canarybird"), ("Input.Happened", "Narrativecanary:\nkept at a kiln.")
    ];

    [Fact]
    public async Task Leaving_keeps_everything_and_judges_nothing()
    {
        var (browser, _) = await OfficerAsync();

        await browser.LeaveAsync(await browser.OpenAsync("/cases/new"), Typed);

        var work = await browser.OpenAsync("/?draft=kept");
        Assert.Contains("Your draft is saved.", work.MainText());
        Assert.Contains("Your drafts (1) Go on: Log a case", work.MainText());
        Assert.Contains("28 days left", work.MainText());
        Assert.DoesNotContain("Canary", work.Source.Text);
        var form = await browser.OpenAsync(work.QuerySelector("#drafts ~ ul a")!.GetAttribute("href")!);
        Assert.Equal("sixteen", form.ValueOf("Input.Person.Years"));
        Assert.Equal(["Female"], form.Checked("Input.Person.Sex"));
        Assert.Equal(["true"], form.Checked("Input.Person.IsAbout"));
        Assert.Equal("PB-MULTAN", form.ValueOf("Input.DistrictCode"));
        Assert.Equal(["Shelter", "ChildProtection"], form.Checked("Input.Needs"));
        Assert.NotNull(form.QuerySelector("details[open]"));
        Assert.Equal("Zarmeena Canarybird", form.ValueOf("Input.Who.Name"));
        Assert.Equal("Narrativecanary:\nkept at a kiln.", form.ValueOf("Input.Happened"));
        Assert.Empty(form.Errors());
        Assert.DoesNotContain("Error", form.Title);
        Assert.Contains("go on, or begin anew.", form.MainText());
        Assert.StartsWith("Saved at ", form.QuerySelector("[role=status]")!.TextContent);
        Assert.All(site.Portal.Log.Lines, line => Assert.DoesNotContain("canary", line, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Each_step_keeps_it_and_the_act_ends_it()
    {
        var (browser, officer) = await OfficerAsync();
        var wrong = await (await browser.SubmitAsync(await browser.OpenAsync("/cases/new"), "form[data-draft]", ("Input.Happened", "only this"))).HtmlAsync();
        Assert.NotEmpty(wrong.Errors());
        Assert.Equal("only this", (await browser.OpenAsync("/cases/new")).ValueOf("Input.Happened"));

        var check = await (await browser.SubmitAsync(
            wrong, "form[data-draft]", [.. Typed.Select(t => t.Name == "Input.Person.Years" ? t with { Value = "16" } : t), ("Input.Person.Safety", "Safe"), ("Step", "Check")])).HtmlAsync();
        Assert.Contains("Step 2 of 2", check.MainText());
        Assert.StartsWith("Saved at ", check.QuerySelector("[role=status]")!.TextContent);
        Assert.Equal("16", (await browser.OpenAsync("/cases/new")).ValueOf("Input.Person.Years"));

        await browser.FollowAsync(await browser.SubmitAsync(check, "form[data-draft]", ("Step", "Save")));

        var fresh = await browser.OpenAsync("/cases/new");
        Assert.Equal("", fresh.ValueOf("Input.Happened") ?? "");
        Assert.Equal("NOT saved", fresh.QuerySelector("[role=status]")!.TextContent);
        Assert.DoesNotContain("Your drafts", (await browser.OpenAsync("/")).MainText());
        Assert.Empty(await site.World.AsAsync(officer, (_, db) => db.Drafts.Where(d => d.EndedAt == null).ToListAsync()));
    }

    [Fact]
    public async Task The_check_of_the_answers_may_be_left_too()
    {
        var (browser, _) = await OfficerAsync();
        var check = await (await browser.SubmitAsync(
            await browser.OpenAsync("/cases/new"), null, ("Input.Person.Safety", "Safe"), ("Input.Person.Sex", "Male"), ("Input.Person.Years", "30"))).HtmlAsync();

        await browser.LeaveAsync(check);

        Assert.Equal("30", (await browser.OpenAsync("/cases/new")).ValueOf("Input.Person.Years"));
    }

    [Fact]
    public async Task A_refusal_leaves_the_draft()
    {
        var (shelter, case1) = (await site.World.ProviderAsync(), await site.World.CaseAsync(site.Police.Officer));
        await site.World.AgreementAsync(site.Police, shelter);
        await site.World.ConsentAsync(site.Police.Officer, case1);
        var referral = await site.World.SendAsync(site.Police.Officer, case1, shelter);
        var url = $"/referrals/{referral.Number}/withdraw";
        var browser = await site.Portal.BrowserOfAsync(site.Police.Officer);
        await browser.LeaveAsync(await browser.OpenAsync(url), ("Input.Reason", nameof(WithdrawReason.Safety)));
        var form = await browser.OpenAsync(url);
        Assert.Equal([nameof(WithdrawReason.Safety)], form.Checked("Input.Reason"));
        await site.World.WithdrawAsync(site.Police.Officer, referral);

        Assert.Equal(HttpStatusCode.Conflict, (await browser.SubmitAsync(form, "form[data-draft]")).StatusCode);

        Assert.Contains(referral.Number, (await browser.OpenAsync("/")).QuerySelector("#drafts ~ ul")!.TextContent);
    }

    [Fact]
    public async Task A_colleague_sees_nothing_of_it()
    {
        var (browser, _) = await OfficerAsync();
        await browser.LeaveAsync(await browser.OpenAsync("/cases/new"), Typed);

        foreach (var colleague in new[] { await site.World.UserAsync(site.Police.Station, Domain.Identity.Role.Officer), site.Police.Supervisor })
        {
            var other = await site.Portal.BrowserOfAsync(colleague);
            Assert.DoesNotContain("Canary", (await other.OpenAsync("/cases/new")).Source.Text);
            Assert.DoesNotContain("Your drafts", (await other.OpenAsync("/")).MainText());
        }
    }

    [Fact]
    public async Task An_identity_is_opened_with_a_reason_before_its_draft_is_shown()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var url = $"/cases/{@case.Number}/people/1/edit-identity";
        var browser = await site.Portal.BrowserOfAsync(site.Police.Officer);
        var opened = await OpenAsync();
        Assert.Equal("NOT saved", opened.QuerySelector("[role=status]")!.TextContent);
        await browser.LeaveAsync(opened, ("Input.Name", "Draftcanary Begum"));

        var asked = await browser.OpenAsync(url);
        var again = await OpenAsync();

        Assert.DoesNotContain("canary", asked.Source.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Draftcanary Begum", again.ValueOf("Input.Name"));
        Assert.Equal("Gulfraz Canaryfather", again.ValueOf("Input.FatherName"));
        Assert.Equal(2, await site.ReadAsync(db => db.IdentityOpenings.CountAsync(o => o.CaseId == @case.Id)));
        await browser.FollowAsync(await browser.SubmitAsync(again, "form[data-draft]", ("Step", "Save")));

        async Task<AngleSharp.Html.Dom.IHtmlDocument> OpenAsync()
        {
            var ask = await browser.OpenAsync(url);
            var reason = ask.QuerySelector("main input[type=radio]")!;
            return await (await browser.SubmitAsync(ask, null, (reason.GetAttribute("name")!, reason.GetAttribute("value")!), ("Step", "Open"))).HtmlAsync();
        }
    }

    [Fact]
    public async Task Two_windows_show_both_and_lose_neither()
    {
        var (browser, _) = await OfficerAsync();
        var (one, two) = (await browser.OpenAsync("/cases/new"), await browser.OpenAsync("/cases/new"));
        await browser.LeaveAsync(one, ("Input.Happened", "typed first"));

        var answer = await browser.SubmitAsync(two, "form[data-draft]", ("Input.Happened", "typed second"), ("__leave", "true"));
        var choice = await answer.HtmlAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("typed first", choice.MainText());
        Assert.Contains("typed second", choice.MainText());
        Assert.Equal("typed first", (await browser.OpenAsync("/cases/new")).ValueOf("Input.Happened"));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(choice, null, ("__leave", "true"))).StatusCode);
        Assert.Equal("typed second", (await browser.OpenAsync("/cases/new")).ValueOf("Input.Happened"));
    }

    [Fact]
    public async Task A_step_does_not_overwrite_what_was_typed_elsewhere()
    {
        var (browser, _) = await OfficerAsync();
        var (one, two) = (await browser.OpenAsync("/cases/new"), await browser.OpenAsync("/cases/new"));
        await browser.LeaveAsync(one, ("Input.Happened", "typed first"));

        var again = await (await browser.SubmitAsync(two, "form[data-draft]", ("Input.Happened", "typed second"))).HtmlAsync();

        Assert.Equal("typed second", again.ValueOf("Input.Happened"));
        Assert.Equal("NOT saved", again.QuerySelector("[role=status]")!.TextContent);
        Assert.NotNull(again.QuerySelector("form[data-unsaved]"));
        Assert.Equal("typed first", (await browser.OpenAsync("/cases/new")).ValueOf("Input.Happened"));
    }

    [Fact]
    public async Task Every_form_with_much_to_type_offers_it_in_both_languages()
    {
        var provider = await site.World.ProviderAsync();
        await site.World.AgreementAsync(site.Police, provider);
        await site.World.StationAsync(site.Police);
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var seen = await site.World.ReferralAsync(ReferralStatus.Seen, site.Police, provider);
        var forms = new (User Reader, string Url)[]
        {
            (site.Police.Officer, "/cases/new"), (site.Police.Officer, $"/cases/{@case.Number}/people/new"), (site.Police.Officer, $"/cases/{@case.Number}/people/1/consent"),
            (site.Police.Supervisor, $"/cases/{@case.Number}/hand-over"), (site.Police.Officer, $"/referrals/{seen.Number}/withdraw"),
            (site.Police.Officer, $"/referrals/{seen.Number}/messages"), (provider.Caseworker, $"/referrals/{seen.Number}/messages"),
            (provider.Caseworker, $"/referrals/{seen.Number}/accept"), (provider.Caseworker, $"/referrals/{seen.Number}/decline")
        };
        foreach (var (reader, url) in forms)
        {
            var english = await (await site.Portal.BrowserOfAsync(reader, "en-PK")).OpenAsync(url);
            var urdu = await (await site.Portal.BrowserOfAsync(reader, "ur-PK")).OpenAsync(url);
            Assert.Equal((url, "NOT saved", "Save draft and leave"), LineOf(english));
            Assert.Equal((url, "محفوظ نہیں ہوا", "مسودہ محفوظ کریں اور چھوڑیں"), LineOf(urdu));
        }

        static (string?, string, string) LineOf(AngleSharp.Html.Dom.IHtmlDocument page) => (
            page.QuerySelector("form[data-draft]")?.GetAttribute("data-draft"), page.QuerySelector("form [role=status]")!.TextContent,
            page.QuerySelector("form button[name=__leave]")!.TextContent);
    }

    [Fact]
    public void No_password_no_file_and_nothing_of_the_portal_s_own_is_kept()
    {
        var form = new FormCollection(
            new() { ["Input.Text"] = "kept", ["Input.Password"] = "secret", ["__RequestVerificationToken"] = "t", ["__once"] = "k" },
            new FormFileCollection { new FormFile(Stream.Null, 0, 0, "Input.Paper", "paper.pdf") });

        Assert.Equal(["Input.Text", "kept"], Assert.Single(FormDrafts.FieldsOf(form)));
    }

    private async Task<(PortalBrowser Browser, User Officer)> OfficerAsync()
    {
        var officer = await site.World.UserAsync(site.Police.Station, Domain.Identity.Role.Officer);
        return (await site.Portal.BrowserOfAsync(officer), officer);
    }
}
