using System.Net;
using TipSom.Domain.Law;
using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;

namespace TipSom.Web.Tests.Law;

/// <summary>When it happened, which offence is chosen, and taking one off.</summary>
public sealed class OffencesTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Fact]
    public async Task Strangers_are_refused()
    {
        var @case = await site.NewCaseAsync();
        var offence = await site.World.OffenceAsync(site.Police.Officer, @case);

        foreach (var act in new[] { "/when", "/offences", $"/offences/{offence.Id}" })
            await site.GuardsAsync(@case.UrlOf(act));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Officer.GetAsync(@case.UrlOf($"/offences/{Guid.NewGuid()}"))).StatusCode);
    }

    [Fact]
    public async Task The_days_are_asked_first_and_the_text_of_those_days_is_suggested()
    {
        var @case = await site.NewCaseAsync();

        var asked = await site.Officer.FollowAsync(await site.Officer.GetAsync(@case.UrlOf("/offences")));
        Assert.Contains("When did the offence happen?", asked.MainText());
        var choice = await site.DoneAsync(@case.UrlOf("/when"), ("Input.From", "2024-05-01"));
        Assert.Equal("PTPA18-3-2", choice.QuerySelector("main [name='Input.Code']")!.GetAttribute("value"));
        Assert.Contains("A victim is a woman.", choice.MainText());
        Assert.DoesNotContain("Two texts may hold", choice.MainText());
        Assert.Null(choice.QuerySelector("[value=PTPA-3-2]"));
        var after = await site.DoneAsync(@case.UrlOf("/offences"), ("Input.Code", "PTPA18-3-2"));

        Assert.Contains("PTPA 2018 (as enacted) 3(2)", after.MainText());
    }

    [Fact]
    public async Task In_the_doubtful_year_both_texts_are_offered_and_circumstances_suggest_more_without_being_stored()
    {
        var @case = await site.NewCaseAsync();
        await site.DoneAsync(@case.UrlOf("/when"), ("Input.From", "2025-06-01"));

        var page = await site.Officer.OpenAsync(@case.UrlOf("/offences?known=OrganisedGroup&known=BondedLabour"));

        Assert.Contains("Two texts may hold", page.MainText());
        Assert.NotNull(page.QuerySelector("[value=PTPA18-3-2]"));
        Assert.Equal(
            ["PTPA-3-2", "PTPA-4", "BLSA-11"],
            page.QuerySelectorAll("form[method=post] > fieldset [name='Input.Code']").Select(i => i.GetAttribute("value")!));
    }

    [Fact]
    public async Task What_was_recorded_of_a_person_suggests_an_offence_too()
    {
        const string Suggested = "form[method=post] > fieldset [value=BLSA-11]";
        var @case = await site.NewCaseAsync();
        await site.DoneAsync(@case.UrlOf("/when"), ("Input.From", "2025-06-01"));
        Assert.Null((await site.Officer.OpenAsync(@case.UrlOf("/offences"))).QuerySelector(Suggested));

        await site.World.AssessAsync(site.Police.Officer, @case);

        Assert.NotNull((await site.Officer.OpenAsync(@case.UrlOf("/offences"))).QuerySelector(Suggested));
    }

    [Fact]
    public async Task An_offence_of_another_time_is_refused_and_days_do_not_move_away_from_one_chosen()
    {
        var @case = await site.NewCaseAsync();
        await site.DoneAsync(@case.UrlOf("/when"), ("Input.From", "2024-05-01"));

        await site.RefusedAsync(await site.DoAsync(@case.UrlOf("/offences"), ("Input.Code", "PTPA-3-2")), CaseOffence.NotLawThen);
        await site.DoneAsync(@case.UrlOf("/offences"), ("Input.Code", "PTPA18-3-2"));
        await site.RefusedAsync(await site.DoAsync(@case.UrlOf("/when"), ("Input.From", "2026-01-01")), CaseLaw.OffenceFallsOut);
        await site.RefusedAsync(await site.DoAsync(@case.UrlOf("/when"), ("Input.From", LawActs.DayIn(2))), CaseLaw.DaysInDisorder);
        Assert.Contains("Choose an offence.", (await (await site.DoAsync(@case.UrlOf("/offences"))).HtmlAsync()).Errors());
    }

    [Fact]
    public async Task An_offence_is_taken_off_but_not_from_under_a_charge()
    {
        var @case = await site.NewCaseAsync();
        var (free, charged) = (await site.World.OffenceAsync(site.Police.Officer, @case), await site.World.OffenceAsync(site.Police.Officer, @case, "PPC-344"));
        await site.World.ChargeAsync(site.Police.Officer, @case, charged);

        var after = await site.DoneAsync(@case.UrlOf($"/offences/{free.Id}"));

        Assert.DoesNotContain("PPC 1860 342", after.MainText());
        await site.RefusedAsync(await site.DoAsync(@case.UrlOf($"/offences/{charged.Id}")), CaseOffence.ChargeRestsOnIt);
    }

    [Fact]
    public async Task Of_a_closed_case_nothing_changes()
    {
        var @case = await site.NewCaseAsync();

        await site.RefusesClosedAsync(@case, @case.UrlOf("/when"), ("Input.From", "2024-05-01"));
    }
}
