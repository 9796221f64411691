using System.Net;
using AngleSharp.Html.Dom;
using TipSom.Domain.Cases;
using TipSom.TestSupport;
using TipSom.Web.Tests.Referrals;

namespace TipSom.Web.Tests.Sharing;

public sealed class ShareTests(ReferralPages pages) : IClassFixture<ReferralPages>
{
    [Fact]
    public async Task Strangers_are_refused_everywhere()
    {
        var (police, fia, @case) = await BothAsync();
        var asked = await pages.World.ShareAsync(police.Officer, @case, fia.Station);
        var caseworker = (await pages.World.ProviderAsync()).Caseworker;

        foreach (var url in new[] { "", "/new", "/notes", $"/{asked.Id}/take-back" })
            await pages.RefusesStrangersAsync(UrlOf(@case) + url, caseworker, fia.Officer);
        await pages.RefusesStrangersAsync($"{UrlOf(@case)}/{asked.Id}/decide", police.Officer, fia.Supervisor);
    }

    [Fact]
    public async Task A_supervisor_shares_and_the_other_unit_reads_what_was_chosen_and_changes_nothing()
    {
        var (police, fia, @case) = await BothAsync();
        var supervisor = await pages.As(police.Supervisor);

        var answer = await supervisor.SubmitAsync(
            await supervisor.OpenAsync(UrlOf(@case) + "/new"), null, ("Input.UnitId", $"{fia.Station.Id}"), ("Input.Reason", "They hold the other half."));

        var page = (await supervisor.FollowAsync(answer)).MainText();
        Assert.Contains("The case is shared.", page);
        Assert.Contains("They hold the other half.", page);
        var reader = await pages.As(fia.Officer);
        Assert.Contains("Shared with us by", (await reader.OpenAsync("/cases")).MainText());
        var file = await reader.OpenAsync($"/cases/{@case.Number}");
        Assert.Contains("This case was shared with you to read.", file.MainText());
        Assert.Contains(World.KnownNarrative, file.MainText());
        foreach (var gone in new[] { "people/new", "consent", "edit-identity", "/identity", "/refer", "/lead", "hand-over" })
            Assert.Null(file.QuerySelector($"main a[href*='{gone}']"));
        foreach (var act in new[]
        {
            "people/new", "people/1/consent", "people/1/withdraw-consent", "people/1/edit-identity", "people/1/placement", "lead", "sharing/new",
            $"people/1/refer?need={@case.Victims[0].Needs[0].Id}", $"people/1/ask-desk?need={@case.Victims[0].Needs[0].Id}"
        })
            Assert.True((await reader.GetAsync($"/cases/{@case.Number}/{act}")).StatusCode == HttpStatusCode.NotFound, act);
        Assert.Equal(HttpStatusCode.NotFound, (await (await pages.As(fia.Supervisor)).GetAsync($"/cases/{@case.Number}/hand-over")).StatusCode);
    }

    [Fact]
    public async Task A_shared_identity_is_opened_on_record_and_one_that_is_not_shared_is_not_there()
    {
        var (police, fia, @case) = await BothAsync();
        var other = await pages.World.FiaAsync();
        await pages.World.ShareAsync(police.Supervisor, @case, fia.Station, t => t with { SeesIdentity = true });
        await pages.World.ShareAsync(police.Supervisor, @case, other.Station);
        var (knows, reads) = (await pages.As(fia.Officer), await pages.As(other.Officer));
        var url = $"/cases/{@case.Number}/people/1/identity";

        var form = await knows.OpenAsync(url);
        var reason = (IHtmlInputElement)form.QuerySelector("main input[type=radio]")!;
        var opened = await knows.SubmitAsync(form, null, (reason.Name!, reason.Value));

        Assert.Contains(World.KnownIdentity.Name!, (await opened.HtmlAsync()).MainText());
        Assert.DoesNotContain(World.KnownIdentity.Name!, await (await reads.GetAsync(url)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains(fia.Officer.DisplayName, (await (await pages.As(police.Officer)).OpenAsync(UrlOf(@case))).MainText());
    }

    [Fact]
    public async Task An_officer_asks_and_a_supervisor_decides()
    {
        var (police, fia, @case) = await BothAsync();
        var (officer, supervisor) = (await pages.As(police.Officer), await pages.As(police.Supervisor));

        var asked = await officer.SubmitAsync(
            await officer.OpenAsync(UrlOf(@case) + "/new"), null, ("Input.UnitId", $"{fia.Station.Id}"), ("Input.Reason", "They hold the other half."));

        Assert.Contains("A supervisor was asked to decide.", (await officer.FollowAsync(asked)).MainText());
        Assert.Equal(HttpStatusCode.NotFound, (await (await pages.As(fia.Officer)).GetAsync($"/cases/{@case.Number}")).StatusCode);
        var work = await supervisor.OpenAsync("/");
        var url = work.QuerySelector("main a[href$='/decide']")!.GetAttribute("href")!;
        Assert.Contains(@case.Number, url);
        var decided = await supervisor.SubmitAsync(await supervisor.OpenAsync(url), null, ("Input.Answer", "Share"));
        Assert.Contains("The case is shared.", (await supervisor.FollowAsync(decided)).MainText());
        Assert.Equal(HttpStatusCode.OK, (await (await pages.As(fia.Officer)).GetAsync($"/cases/{@case.Number}")).StatusCode);
        var again = await supervisor.SubmitAsync(await OvertakenFormAsync(), null, ("Input.Answer", "Refuse"));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains(CaseShare.AlreadyAnswered, (await again.HtmlAsync()).MainText());

        // A form somebody had open while a colleague decided.
        async Task<IHtmlDocument> OvertakenFormAsync()
        {
            var second = await pages.World.ShareAsync(police.Officer, @case, fia.Headquarters);
            var form = await supervisor.OpenAsync($"{UrlOf(@case)}/{second.Id}/decide");
            await pages.World.TakeBackAsync(police.Officer, second);
            return form;
        }
    }

    [Fact]
    public async Task What_is_taken_back_is_gone_at_once_and_the_other_unit_is_told()
    {
        var (police, fia, @case) = await BothAsync();
        var share = await pages.World.ShareAsync(police.Supervisor, @case, fia.Station);
        var officer = await pages.As(police.Officer);
        var url = $"{UrlOf(@case)}/{share.Id}/take-back";
        var form = await officer.OpenAsync(url);

        var answer = await officer.SubmitAsync(form);

        Assert.Contains("It was taken back.", (await officer.FollowAsync(answer)).MainText());
        var reader = await pages.As(fia.Officer);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"/cases/{@case.Number}")).StatusCode);
        Assert.Contains("A case is no longer shared with your unit", (await reader.OpenAsync("/notifications")).MainText());
        var again = await officer.SubmitAsync(await officer.OpenAsync(url));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains(CaseShare.AlreadyAnswered, (await again.HtmlAsync()).MainText());
    }

    [Fact]
    public async Task A_care_provider_cannot_be_chosen_and_a_day_too_far_is_refused_with_what_was_typed()
    {
        var (police, fia, @case) = await BothAsync();
        var shelter = await pages.World.ProviderAsync();
        var supervisor = await pages.As(police.Supervisor);
        var form = await supervisor.OpenAsync(UrlOf(@case) + "/new");

        Assert.Null(form.QuerySelector($"option[value='{shelter.Shelter.Id}']"));
        var care = await supervisor.SubmitAsync(form, null, ("Input.UnitId", $"{shelter.Shelter.Id}"), ("Input.Reason", "They hold the other half."));
        Assert.Equal(HttpStatusCode.NotFound, care.StatusCode);
        var late = await supervisor.SubmitAsync(
            await supervisor.OpenAsync(UrlOf(@case) + "/new"), null,
            ("Input.UnitId", $"{fia.Station.Id}"), ("Input.Reason", "They hold the other half."), ("Input.LastDay", "2099-01-01"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var page = await late.HtmlAsync();
        Assert.Contains(CaseShare.DayOutOfReach, page.QuerySelector(".error-summary")!.TextContent);
        Assert.Equal("They hold the other half.", page.QuerySelector("[name='Input.Reason']")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_note_is_read_by_both_sides_and_an_empty_one_is_refused()
    {
        var (police, fia, @case) = await BothAsync();
        await pages.World.ShareAsync(police.Supervisor, @case, fia.Station);
        var (reader, officer) = (await pages.As(fia.Officer), await pages.As(police.Officer));
        var url = UrlOf(@case) + "/notes";

        var written = await reader.SubmitAsync(await reader.OpenAsync(url), null, ("Input.Text", "The bus left at six."));
        var empty = await reader.SubmitAsync(await reader.OpenAsync(url), null, ("Input.Text", ""));

        Assert.Contains("The bus left at six.", (await reader.FollowAsync(written)).MainText());
        Assert.Contains("Write the note.", (await empty.HtmlAsync()).QuerySelector(".error-summary")!.TextContent);
        var told = await officer.OpenAsync("/notifications");
        Assert.NotNull(told.QuerySelector($"main a[href='{url}']"));
        Assert.DoesNotContain("The bus", told.MainText());
        Assert.Contains("The bus left at six.", (await officer.OpenAsync(url)).MainText());
    }

    [Fact]
    public async Task In_Urdu_too()
    {
        var (police, fia, @case) = await BothAsync();
        await pages.World.ShareAsync(police.Supervisor, @case, fia.Station);

        var page = await (await pages.As(fia.Officer, "ur-PK")).OpenAsync(UrlOf(@case));

        Assert.Contains("مل کر کام", page.MainText());
    }

    private static string UrlOf(Case @case) => $"/cases/{@case.Number}/sharing";

    private async Task<(Force Police, Force Fia, Case Case)> BothAsync()
    {
        var (police, fia) = (await pages.World.PoliceAsync(), await pages.World.FiaAsync());
        return (police, fia, await pages.World.CaseAsync(police.Officer));
    }
}
