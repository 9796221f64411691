using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TipSom.Domain.Audit;
using TipSom.Domain.Cases;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Cases;

/// <summary>Both sheets: the annex to the FIR and the summary of a person.</summary>
public sealed class PrintTests(CaseSite site) : IClassFixture<CaseSite>
{
    public static TheoryData<string, PrintKind> Sheets => new() { { "print/fir-annex", PrintKind.FirAnnex }, { "people/1/print", PrintKind.VictimSummary } };

    [Theory]
    [MemberData(nameof(Sheets))]
    public async Task Only_those_on_the_case_get_in(string sheet, PrintKind kind)
    {
        Assert.True(Enum.IsDefined(kind));
        await site.GuardsAsync($"/cases/{(await site.World.CaseAsync(site.Police.Officer)).Number}/{sheet}");
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public async Task Without_names_a_sheet_names_nobody_and_tells_nothing_in_own_words(string sheet, PrintKind kind)
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);

        var (form, page) = await PrintAsync(@case, sheet, ("Reason.Chosen", "For the police file"));

        foreach (var shown in new[] { form, page })
            Assert.DoesNotContain("canary", shown.Source.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Person 1: Woman, 27 years", page.MainText());
        Assert.Contains(@case.Number, page.QuerySelector(".sheet")!.TextContent);
        Assert.Contains("CONFIDENTIAL", page.QuerySelector(".confidential")!.TextContent);
        var print = await site.ReadAsync(db => db.Prints.SingleAsync(p => p.CaseId == @case.Id));
        Assert.Equal((kind, false, "For the police file", site.Police.Officer.Id), (print.Kind, print.WithNames, print.Reason, print.ActorId));
        Assert.False(await site.ReadAsync(db => db.IdentityOpenings.AnyAsync(o => o.CaseId == @case.Id)));
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public async Task With_names_it_is_an_opening_too_and_each_print_is_on_record(string sheet, PrintKind kind)
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);

        var (form, page) = await PrintAsync(@case, sheet, ("Reason.Chosen", "other"), ("Reason.Words", "Her lawyer asks"), ("Reason.WithNames", "true"));
        await site.Officer.SubmitAsync(form, null, ("Reason.Chosen", "For the person"), ("Reason.WithNames", "true"));

        Assert.Contains("Zarmeena Canarybird", page.MainText());
        Assert.Equal(kind == PrintKind.FirAnnex, page.MainText().Contains(World.KnownNarrative, StringComparison.Ordinal));
        Assert.DoesNotContain("canary", page.Title, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(2, await site.ReadAsync(db => db.Prints.CountAsync(p => p.CaseId == @case.Id && p.Kind == kind && p.WithNames)));
        Assert.Equal(["For the person", "Her lawyer asks"], await site.ReadAsync(db => db.IdentityOpenings.Where(o => o.CaseId == @case.Id).Select(o => o.Reason).Order().ToListAsync()));
        Assert.DoesNotContain(site.Portal.Log.Lines, line => line.Contains("Canarybird", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, null, "Say why you print this.")]
    [InlineData("other", "why", "Write the reason in 5 to 200 characters.")]
    [InlineData("invented", null, "Write the reason in 5 to 200 characters.")]
    public async Task Without_a_reason_nothing_is_shown_and_nothing_recorded(string? chosen, string? words, string sentence)
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);

        var (_, page) = await PrintAsync(
            @case, "print/fir-annex", [.. chosen is null ? [] : ((string, string)[])[("Reason.Chosen", chosen)], ("Reason.Words", words ?? ""), ("Reason.WithNames", "true")]);

        Assert.Equal([sentence], page.Errors());
        Assert.Null(page.QuerySelector(".sheet"));
        Assert.False(await site.ReadAsync(db => db.Prints.AnyAsync(p => p.CaseId == @case.Id)));
    }

    [Fact]
    public async Task Who_may_not_open_names_is_not_offered_them_and_gets_none()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var (form, _) = await PrintAsync(@case, "print/fir-annex", ("Reason.Chosen", "For the police file"));
        await using (var owner = new NpgsqlConnection(site.World.Database.OwnerConnectionString))
        {
            await owner.OpenAsync(TestContext.Current.CancellationToken);
            await using var share = new NpgsqlCommand("update casework.case_access set sees_identity = false where case_id = $1", owner);
            share.Parameters.Add(new() { Value = @case.Id });
            await share.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var page = await (await site.Officer.SubmitAsync(form, null, ("Reason.Chosen", "For the police file"), ("Reason.WithNames", "true"))).HtmlAsync();

        Assert.Equal(["The names of this case are not open to you."], page.Errors());
        Assert.DoesNotContain("canary", page.Source.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Null((await site.Officer.OpenAsync($"/cases/{@case.Number}/print/fir-annex")).QuerySelector("[name='Reason.WithNames']"));
    }

    [Fact]
    public async Task A_person_who_is_not_in_the_case_has_no_summary()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);

        Assert.Equal(HttpStatusCode.NotFound, (await site.Officer.GetAsync($"/cases/{@case.Number}/people/2/print")).StatusCode);
    }

    private async Task<(AngleSharp.Html.Dom.IHtmlDocument Form, AngleSharp.Html.Dom.IHtmlDocument Page)> PrintAsync(Case @case, string sheet, params (string, string)[] fields)
    {
        var form = await site.Officer.OpenAsync($"/cases/{@case.Number}/{sheet}");
        return (form, await (await site.Officer.SubmitAsync(form, null, fields)).HtmlAsync());
    }
}
