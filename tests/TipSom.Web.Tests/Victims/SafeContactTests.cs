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

public sealed class SafeContactTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Fact]
    public async Task Only_those_on_the_case_get_in() => await site.GuardsAsync(UrlOf(await site.World.CaseAsync(site.Police.Officer)));

    [Fact]
    public async Task Way_by_way_it_is_sealed_beside_the_name_which_stays()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var form = await OpenFormAsync(site.Officer, @case);

        var page = await site.Officer.FollowAsync(await site.Officer.SubmitAsync(form, null,
            ("Step", "Save"), ("Input.Rules[0].IsAllowed", "false"), ("Input.Rules[3].IsAllowed", "true"), ("Input.Rules[3].How", "Ask for Aunt Sugracanary"),
            ("Input.CodeWord", "almond"), ("Input.MayLeaveMessage", "true"), ("Input.IsShared", "true")));

        Assert.Contains("The safe contact was saved.", page.MainText());
        var (kept, victim) = await KeptAsync(@case);
        Assert.Equal(World.KnownIdentity.Name, kept.Name);
        Assert.Equal(
            [new(ContactChannel.Call, false, null), new(ContactChannel.TrustedPerson, true, "Ask for Aunt Sugracanary")], kept.Contact!.Rules);
        Assert.Equal(("almond", true, true, true), (kept.Contact.CodeWord, kept.Contact.MayLeaveMessage, kept.Contact.IsShared, victim.MayBeContacted));
        Assert.Equal(1, await site.ReadAsync(db => db.IdentityOpenings.CountAsync(o => o.CaseId == @case.Id)));
        Assert.DoesNotContain("canary", page.Source.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Where_nothing_is_allowed_the_identity_says_do_not_call()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.Officer.SubmitAsync(await OpenFormAsync(site.Officer, @case), null, ("Step", "Save"), ("Input.Rules[0].IsAllowed", "false"));

        var shown = await (await site.Officer.SubmitAsync(
            await site.Officer.OpenAsync($"/cases/{@case.Number}/people/1/identity"), null, ("Reason.Chosen", "To speak with the person"))).HtmlAsync();

        Assert.Contains("Do not call", shown.QuerySelector(".tag-bad")!.TextContent);
        Assert.Contains("No way is safe", shown.MainText());
        Assert.Contains("Do not call", (await site.Officer.OpenAsync($"/cases/{@case.Number}/people/1")).QuerySelector(".notice-bad")!.TextContent);
    }

    [Fact]
    public async Task Without_a_reason_the_form_stays_closed()
    {
        var page = await (await site.Officer.SubmitAsync(await site.Officer.OpenAsync(UrlOf(await site.World.CaseAsync(site.Police.Officer))))).HtmlAsync();

        Assert.Equal(["Say why you open this identity."], page.Errors());
        Assert.Empty(page.QuerySelectorAll("[name='Input.CodeWord']"));
    }

    [Fact]
    public async Task A_colleagues_correction_is_not_undone()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var (mine, theirs) = (await OpenFormAsync(site.Officer, @case), await OpenFormAsync(site.Officer, @case));
        await site.Officer.SubmitAsync(theirs, null, ("Step", "Save"), ("Input.Hours", "mornings"));

        var answer = await site.Officer.SubmitAsync(mine, null, ("Step", "Save"), ("Input.Hours", "evenings"));

        var page = await answer.HtmlAsync();
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("evenings", page.ValueOf("Input.Hours"));
        Assert.Equal("mornings", (await KeptAsync(@case)).Kept.Contact!.Hours);
    }

    private static string UrlOf(Case @case) => $"/cases/{@case.Number}/people/1/safe-contact";

    private static async Task<IHtmlDocument> OpenFormAsync(PortalBrowser browser, Case @case) =>
        await (await browser.SubmitAsync(await browser.OpenAsync(UrlOf(@case)), null, ("Step", "Open"), ("Reason.Chosen", "To speak with the person"))).HtmlAsync();

    private Task<(IdentityDetails Kept, Victim Victim)> KeptAsync(Case @case) => site.World.AsAsync(site.Police.Officer, async (scope, db) =>
    {
        var kept = await db.VictimIdentities.SingleAsync(i => i.CaseId == @case.Id);
        return (scope.GetRequiredService<RecordCipher>().Open<IdentityDetails>(SealKinds.Identity, kept.VictimId, kept.SealedDetails),
            await db.Victims.SingleAsync(v => v.Id == kept.VictimId));
    });
}
