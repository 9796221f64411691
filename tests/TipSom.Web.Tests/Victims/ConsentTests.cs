using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Cases;
using TipSom.Domain.Consents;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;
using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;

namespace TipSom.Web.Tests.Victims;

public sealed class ConsentTests(CaseSite site) : IClassFixture<CaseSite>
{
    private static readonly PersonFacts Girl = new(Safety.Safe, Sex.Female, new Age(15, false), [ServiceType.Shelter]);

    private static readonly (string Name, string Value)[] Yes = [("Input.Agrees", "true"), ("Input.Form", "Spoken"), ("Input.LanguageCode", "pnb")];

    [Fact]
    public async Task Only_those_on_the_case_get_in() => await site.GuardsAsync(UrlOf(await site.World.CaseAsync(site.Police.Officer)));

    [Fact]
    public async Task A_yes_is_kept_as_said_and_leads_straight_to_the_referral()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var provider = await site.World.ProviderAsync();
        await site.World.AgreementAsync(site.Police, provider);
        var form = await site.Officer.OpenAsync(UrlOf(@case));

        var answer = await site.Officer.SubmitAsync(
            form, null, [.. Yes, ("Input.Categories", "Name"), ("Input.Categories", "Phone"), ("Input.ThroughInterpreter", "true"), ("Input.Recipients", "Chosen"),
                ("Input.ProviderIds", provider.Agency.Id.ToString()), ("Input.ExpiresOn", "2099-12-31")]);

        var need = await site.ReadAsync(db => db.Needs.SingleAsync(n => n.CaseId == @case.Id));
        var consent = await ConsentOfAsync(@case);
        Assert.Equal($"/cases/{@case.Number}/people/1/refer?need={need.Id}", answer.Headers.Location!.OriginalString);
        Assert.Equal((true, ConsentBasis.OwnConsent, ConsentForm.Spoken, "pnb", true), (consent.IsGiven, consent.Basis, consent.Form, consent.LanguageCode, consent.ThroughInterpreter));
        Assert.Equal([DataCategory.Needs, DataCategory.Name, DataCategory.Phone], consent.Categories);
        Assert.Equal([provider.Agency.Id], consent.RecipientAgencyIds);
        Assert.Equal(new DateTimeOffset(2099, 12, 31, 19, 0, 0, TimeSpan.Zero), consent.ExpiresAt);
    }

    [Fact]
    public async Task What_was_unticked_is_not_shared()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var form = await site.Officer.OpenAsync(UrlOf(@case));
        Assert.Equal(["Risk", "Name", "IdentityNumber"], form.Checked("Input.Categories"));
        foreach (var box in form.QuerySelectorAll("[name='Input.Categories']").ToList())
            box.RemoveAttribute("checked");

        await site.Officer.SubmitAsync(form, null, Yes);

        Assert.Equal([DataCategory.Needs], (await ConsentOfAsync(@case)).Categories);
    }

    [Fact]
    public async Task A_no_is_kept_and_the_case_says_what_remains_possible()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);

        var page = await site.Officer.FollowAsync(await site.Officer.SubmitAsync(
            await site.Officer.OpenAsync(UrlOf(@case)), null, ("Input.Agrees", "false"), ("Input.Form", "Spoken"), ("Input.LanguageCode", "urd")));

        Assert.False((await ConsentOfAsync(@case)).IsGiven);
        Assert.Contains("A referral is not possible", page.MainText());
        Assert.Contains("Consent for person 1 was refused.", page.MainText());
        Assert.Contains("Ask again", page.MainText());
        Assert.Empty(page.QuerySelectorAll("a[href*='/refer?need=']"));
    }

    [Fact]
    public async Task A_child_is_asked_for_a_guardian_or_authority_and_an_involved_guardian_is_refused()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer, Girl);
        var form = await site.Officer.OpenAsync(UrlOf(@case));

        var unsaid = await (await site.Officer.SubmitAsync(form, null, [.. Yes, ("Input.Basis", "Guardian"), ("Input.ChildsView", "Agrees")])).HtmlAsync();
        var answer = await site.Officer.SubmitAsync(form, null, [.. Yes, ("Input.Basis", "Guardian"), ("Input.Guardian", "Possibly"), ("Input.ChildsView", "Agrees")]);

        var page = await answer.HtmlAsync();
        Assert.DoesNotContain(form.QuerySelectorAll("[name='Input.Basis']"), b => b.GetAttribute("value") == "OwnConsent");
        Assert.Equal(["Say whether the guardian may be involved."], unsaid.Errors());
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(["The guardian may be involved. Do not ask the guardian: the child protection authority decides."], page.Errors());
        Assert.Equal(["Guardian"], page.Checked("Input.Basis"));
        Assert.Equal("pnb", page.ValueOf("Input.LanguageCode"));
        Assert.False(await site.ReadAsync(db => db.Consents.AnyAsync(c => c.CaseId == @case.Id)));
    }

    [Fact]
    public async Task What_the_child_says_is_asked_of_a_child_only_and_kept_beside_the_decision()
    {
        var (adult, child) = (await site.World.CaseAsync(site.Police.Officer), await site.World.CaseAsync(site.Police.Officer, Girl));
        var form = await site.Officer.OpenAsync(UrlOf(child));
        (string, string)[] authority = [.. Yes, ("Input.Basis", "ChildProtectionAuthority")];

        var unsaid = await (await site.Officer.SubmitAsync(form, null, authority)).HtmlAsync();
        await site.Officer.SubmitAsync(form, null, [.. authority, ("Input.ChildsView", "Disagrees")]);

        Assert.Null((await site.Officer.OpenAsync(UrlOf(adult))).QuerySelector("[name='Input.ChildsView']"));
        Assert.Equal(["Say what the child says, or that the child cannot say."], unsaid.Errors());
        Assert.Equal(ChildsView.Disagrees, (await ConsentOfAsync(child)).ChildsView);
        foreach (var page in (string[])["consent", "consent-history"])
            Assert.Contains("The child does not agree", (await site.Officer.OpenAsync($"/cases/{child.Number}/people/1/{page}")).QuerySelector("main .tasks, main .card dl")!.TextContent);
    }

    [Fact]
    public async Task Nothing_is_taken_for_granted()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer, Girl);

        var page = await (await site.Officer.SubmitAsync(
            await site.Officer.OpenAsync(UrlOf(@case)), null, ("Input.Agrees", "true"), ("Input.Recipients", "Chosen"),
            ("Input.ProviderIds", Guid.NewGuid().ToString()), ("Input.LanguageCode", "xyz"), ("Input.ExpiresOn", "2020-01-01"))).HtmlAsync();

        Assert.Equal(
            [
                "Choose who decides, or on what ground.", "Say what the child says, or that the child cannot say.", "Choose how it was given.", "Choose the language.", "Choose at least one provider.",
                "Choose today or a day to come."
            ],
            page.Errors());
    }

    [Fact]
    public async Task Earlier_answers_are_listed_in_Urdu_too()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.World.ConsentAsync(site.Police.Officer, @case, a => a with { IsGiven = false });
        await site.World.ConsentAsync(site.Police.Officer, @case);
        var urdu = await site.Portal.BrowserOfAsync(site.Police.Officer, "ur-PK");

        var english = await site.Officer.OpenAsync(UrlOf(@case));
        var text = (await urdu.OpenAsync(UrlOf(@case))).MainText().Replace(@case.Number, "", StringComparison.Ordinal);

        Assert.Contains("In force", english.MainText());
        Assert.Contains("Refused", english.MainText());
        Assert.DoesNotMatch("[A-Za-z]{3,}", text);
    }

    private static string UrlOf(Case @case) => $"/cases/{@case.Number}/people/1/consent";

    private Task<Consent> ConsentOfAsync(Case @case) => site.ReadAsync(db => db.Consents.SingleAsync(c => c.CaseId == @case.Id));
}
