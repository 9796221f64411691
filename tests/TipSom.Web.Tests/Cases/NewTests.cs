using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TipSom.Data.Encryption;
using TipSom.Domain.Agencies;
using TipSom.Domain.Cases;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Cases;

public sealed class NewTests(CaseSite site) : IClassFixture<CaseSite>, IAsyncLifetime
{
    // Somebody else in each test: what one leaves unfinished would come back in the next.
    private PortalBrowser officer = null!;

    public async ValueTask InitializeAsync() =>
        officer = await site.Portal.BrowserOfAsync(await site.World.UserAsync(site.Police.Station, Domain.Identity.Role.Officer));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static readonly (string Name, string Value)[] Answers =
    [
        ("Input.Person.Safety", "NotSafe"), ("Input.Person.Sex", "Female"), ("Input.Person.Years", "۱۶"), ("Input.DistrictCode", "PB-LAHORE"),
        ("Input.Needs", "Shelter"), ("Input.Needs", "ChildProtection"), ("Input.Who.Name", "Zarmeena Canarybird"), ("Input.Who.IdNumber", "۹۰۰۰۰-1234567 1"),
        ("Input.Border", "AcrossBorder"), ("Input.Happened", "Narrativecanary:\nkept at a kiln."), ("Input.StationReference", "۱۲۳/2026")
    ];

    [Fact]
    public Task Only_those_who_log_cases_get_in() => site.GuardsAsync("/cases/new", isOnCase: false);

    [Fact]
    public async Task It_asks_nine_questions_at_most_and_needs_four()
    {
        var page = await officer.OpenAsync("/cases/new");

        Assert.InRange(page.QuerySelectorAll("[data-question]").Length, 4, 9);
        Assert.Equal(4, page.QuerySelectorAll("[data-question=required]").Length);
        Assert.Equal(["required", "required", "required", "required"], page.QuerySelectorAll("[data-question]").Take(4).Select(q => q.GetAttribute("data-question")));
        Assert.Equal("PB-LAHORE", page.ValueOf("Input.DistrictCode"));
        Assert.True(page.QuerySelectorAll("optgroup").Length > 3);
    }

    [Fact]
    public async Task Two_steps_log_a_case_with_everything_that_was_said()
    {
        var check = await (await officer.SubmitAsync(await officer.OpenAsync("/cases/new"), null, Answers)).HtmlAsync();
        Assert.Contains("FIA: the case crosses the border of Pakistan A hand-over to FIA is proposed.", check.MainText());
        Assert.Contains("90000-1234567-1", check.MainText());
        Assert.Contains("Call 15 or your duty officer first. This form waits.", check.MainText());

        var saved = await officer.SubmitAsync(check, null, ("Step", "Save"));
        var page = await officer.FollowAsync(saved);

        Assert.Contains("The case was saved.", page.MainText());
        Assert.NotNull(page.QuerySelector("a[href$='/people/new']"));
        Assert.DoesNotContain("Zarmeena", page.Source.Text);
        var number = saved.Headers.Location!.OriginalString.Split('/', '?')[2];
        var (@case, victim, identity) = await site.World.AsAsync(site.Police.Officer, async (scope, db) =>
        {
            var c = await db.Cases.SingleAsync(x => x.Number == number);
            var v = await db.Victims.Include(x => x.Needs).SingleAsync(x => x.CaseId == c.Id);
            var kept = await db.VictimIdentities.SingleAsync(i => i.VictimId == v.Id);
            var cipher = scope.GetRequiredService<RecordCipher>();
            Assert.Equal("Narrativecanary:\nkept at a kiln.", cipher.Open<string>(SealKinds.Narrative, c.Id, c.SealedNarrative));
            return (c, v, cipher.Open<IdentityDetails>(SealKinds.Identity, v.Id, kept.SealedDetails));
        });
        Assert.Equal((AgencyKind.Fia, BorderCrossing.AcrossBorder, "123/2026", "PB-LAHORE"), (@case.ProposedLead, @case.Border, @case.StationReference, @case.DistrictCode));
        Assert.Equal((Sex.Female, new Age(16, false), Safety.NotSafe), (victim.Sex, victim.Age, victim.SafetyWhenLogged));
        Assert.Equal([ServiceType.Shelter, ServiceType.ChildProtection], victim.Needs.Select(n => n.Service).Order());
        Assert.Equal(new IdentityDetails("Zarmeena Canarybird", null, "9000012345671", null), identity);
    }

    [Fact]
    public async Task Change_goes_back_to_the_questions_with_every_answer_kept_and_nothing_stored()
    {
        var check = await (await officer.SubmitAsync(await officer.OpenAsync("/cases/new"), null, Answers)).HtmlAsync();

        var questions = await (await officer.SubmitAsync(check, null, ("Step", "Change"))).HtmlAsync();

        Assert.Equal("16", questions.ValueOf("Input.Person.Years"));
        Assert.Equal(["Female"], questions.Checked("Input.Person.Sex"));
        Assert.Equal(["Shelter", "ChildProtection"], questions.Checked("Input.Needs"));
        Assert.NotNull(questions.QuerySelector("details[open]"));
        Assert.Equal("Narrativecanary:\nkept at a kiln.", questions.ValueOf("Input.Happened"));
        Assert.Equal("Zarmeena Canarybird", questions.ValueOf("Input.Who.Name"));
        Assert.Empty(questions.Errors());
    }

    [Fact]
    public async Task Unknown_age_is_a_child_and_police_lead_inside_Pakistan()
    {
        var check = await (await officer.SubmitAsync(
            await officer.OpenAsync("/cases/new"), null, ("Input.Person.Safety", "Safe"), ("Input.Person.Sex", "Male"), ("Input.Person.IsUnknown", "true"))).HtmlAsync();

        var page = await officer.FollowAsync(await officer.SubmitAsync(check, null, ("Step", "Save")));

        Assert.Contains("treated as a child", check.MainText());
        Assert.Contains("Police: the case lies inside Pakistan", check.MainText());
        Assert.DoesNotContain("hand-over", check.MainText());
        Assert.Contains("Person 1: Boy, age not known", page.MainText());
    }

    [Fact]
    public async Task Who_was_only_smuggled_is_logged_so_and_a_border_belongs_to_it()
    {
        (string, string)[] smuggled = [("Input.Person.Safety", "Safe"), ("Input.Person.Sex", "Male"), ("Input.Person.Years", "24"), ("Input.IsSmuggled", "true")];
        var form = await officer.OpenAsync("/cases/new");

        var inside = await (await officer.SubmitAsync(form, null, [.. smuggled, ("Input.Border", "InsidePakistan")])).HtmlAsync();
        var check = await (await officer.SubmitAsync(form, null, [.. smuggled, ("Input.Border", "AcrossBorder")])).HtmlAsync();
        var page = await officer.FollowAsync(await officer.SubmitAsync(check, null, ("Step", "Save")));

        Assert.Equal(["Smuggling takes a border: choose that the person was moved across it, or take the mark off."], inside.Errors());
        Assert.Contains("Falls under Smuggling of migrants", check.MainText());
        Assert.Contains("FIA: the case crosses the border of Pakistan", check.MainText());
        Assert.Contains("Smuggling of migrants", page.QuerySelector(".tags")!.TextContent);
        Assert.Contains("Smuggled migrant", page.QuerySelector("#person-1")!.TextContent);
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_said_in_the_order_of_the_questions_and_what_was_typed_stays()
    {
        var page = await (await officer.SubmitAsync(
            await officer.OpenAsync("/cases/new"), null, ("Input.DistrictCode", "XX-NOWHERE"), ("Input.Who.IdNumber", "35202-123"), ("Input.StationReference", "123"))).HtmlAsync();

        Assert.Equal(
            [
                "Say whether the person is safe right now.", "Choose the sex, or \"do not know\".", "Enter the age, or choose \"do not know\".",
                "Choose a district.", "Enter 13 digits, for example 35202-1234567-1, or leave it empty.",
                "Enter the number and the year, for example 123/2026, or leave it empty."
            ],
            page.Errors());
        Assert.Equal("35202-123", page.ValueOf("Input.Who.IdNumber"));
    }

    [Fact]
    public async Task Saving_without_answers_is_not_possible()
    {
        var form = await officer.OpenAsync("/cases/new");
        foreach (var field in form.QuerySelectorAll("main form input:not([type=hidden]), main form select, main form textarea").ToList())
            field.Remove();

        var answer = await officer.SubmitAsync(form, null, ("Step", "Save"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(4, (await answer.HtmlAsync()).Errors().Count);
    }

    [Fact]
    public async Task A_double_post_logs_one_case()
    {
        var check = await (await officer.SubmitAsync(await officer.OpenAsync("/cases/new"), null, Answers)).HtmlAsync();

        var first = await officer.SubmitAsync(check, null, ("Step", "Save"));
        var second = await officer.SubmitAsync(check, null, ("Step", "Save"));

        Assert.Equal(first.Headers.Location, second.Headers.Location);
    }

    [Fact]
    public async Task In_Urdu_every_word_is_Urdu()
    {
        var browser = await site.Portal.BrowserOfAsync(site.Police.Officer, "ur-PK");

        var questions = await browser.OpenAsync("/cases/new");
        var check = await (await browser.SubmitAsync(questions, null, Answers[..7])).HtmlAsync();

        Assert.DoesNotMatch("[A-Za-z]{3,}", questions.MainText());
        Assert.DoesNotMatch("[A-Za-z]{3,}", check.MainText().Replace("Zarmeena Canarybird", "", StringComparison.Ordinal));
    }

}
