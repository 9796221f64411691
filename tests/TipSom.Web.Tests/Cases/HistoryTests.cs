using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TipSom.Data.History;
using TipSom.Domain.Cases;
using TipSom.Domain.Victims;
using TipSom.TestSupport;
using TipSom.Web.Localisation;

namespace TipSom.Web.Tests.Cases;

public sealed class HistoryTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Fact]
    public async Task Only_those_on_the_case_get_in() => await site.GuardsAsync(UrlOf(await site.World.CaseAsync(site.Police.Officer)));

    [Fact]
    public async Task It_tells_from_what_to_what_in_the_words_of_the_portal()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        await site.World.CorrectAsync(site.Police.Officer, @case, new FactsCorrection("PB-KASUR", BorderCrossing.AcrossBorder, "123/2026"), "Told again.");
        await site.World.AsAsync(site.Police.Officer, async (_, db) =>
        {
            var victim = await db.Victims.SingleAsync(v => v.CaseId == @case.Id);
            victim.Place(Placement.NotKnown with { NeedsAccess = true });
            victim.Understands("pnb");
            return victim;
        });

        var page = await site.Officer.OpenAsync(UrlOf(@case));

        var rows = page.QuerySelectorAll("tbody tr").Select(r => string.Join(" | ", r.QuerySelectorAll("th > div:first-child, td:nth-child(2), td:nth-child(3)").Select(c => string.Join(' ', c.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))).ToList();
        Assert.Contains("District where found | Lahore | Kasur", rows);
        Assert.Contains("Across the border | No, all inside Pakistan | Yes, into or out of Pakistan", rows);
        Assert.Contains("Lead | Police | FIA", rows);
        Assert.Contains("FIR or diary number | Not provided | 123/2026", rows);
        Assert.Contains($"What happened | What stood there before{World.KnownNarrative} | Sealed", rows);
        Assert.Contains("Person 1 · Does a disability have to be provided for? | Not provided | Yes", rows);
        Assert.Contains(rows, r => r.StartsWith("Person 1 · Language | Not provided | ", StringComparison.Ordinal) && !r.Contains("pnb", StringComparison.Ordinal));
        Assert.Contains("SI Test Officer", page.MainText());
        Assert.DoesNotContain("Told again.", page.MainText());
    }

    [Fact]
    public async Task A_hand_over_names_the_units()
    {
        var police = await site.World.PoliceAsync();
        var @case = await site.World.CaseAsync(police.Officer);
        var other = await site.World.StationAsync(police);
        var supervisor = await site.Portal.BrowserOfAsync(police.Supervisor);
        await supervisor.SubmitAsync(await supervisor.OpenAsync($"/cases/{@case.Number}/hand-over"), null, ("Input.UnitId", $"{other.Id}"));

        var text = (await supervisor.OpenAsync(UrlOf(@case))).QuerySelector("tbody")!.TextContent;

        Assert.Contains("Held by", text);
        Assert.Contains("Test station", text);
        Assert.Contains("Other test station", text);
    }

    [Fact]
    public async Task Where_nothing_was_changed_it_says_so()
    {
        var page = await site.Officer.OpenAsync(UrlOf(await site.World.CaseAsync(site.Police.Officer)));

        Assert.Contains("Nothing was changed in this case yet.", page.MainText());
    }

    /// <summary>A new part of a case, or a new field of one, is named here before it is told to anybody.</summary>
    [Fact]
    public async Task Every_part_and_field_that_may_be_told_has_words_in_both_languages()
    {
        var model = await site.ReadAsync(db => Task.FromResult(db.Model));
        var parts = model.GetEntityTypes().Where(CaseParts.AreTold).Where(e => e.GetProperties().Any()).ToList();
        string[] neverChanged =
        [
            "CaseEvent", "CaseAccess", "CaseChange", "CaseStatusChange", "IdentityOpening", "Print", "ServiceGap", "SuspectOpening", "CaseNote",
            "LegalStep", "Reclassification", "IndicatorScreening", "ExploitationRecord", "VulnerabilityRecord", "RiskAssessment", "ReflectionPeriod",
            "ProviderNotes", "NeedChange", "CaseDocumentContent", "DocumentOpening"
        ];

        var missing = new List<string>();
        foreach (var part in parts.Where(p => !neverChanged.Contains(p.ClrType.Name)))
        {
            var subject = part.ClrType.Name;
            if (!Known(HistoryLabels.OfSubject(subject)) || !HistoryLabels.Subjects.ContainsKey(subject))
                missing.Add(subject);
            missing.AddRange(CaseParts.FieldsOf(part).Select(f => $"{subject}.{f.Name}").Where(f => !HistoryLabels.Fields.TryGetValue(f, out var words) || !Known(words)));
        }

        missing.AddRange(typeof(IdentityDetails).GetProperties().Where(p => p.Name != nameof(IdentityDetails.IsEmpty)).Select(p => $"VictimIdentity.{p.Name}")
            .Where(f => !HistoryLabels.Fields.ContainsKey(f)));
        Assert.Contains(parts, p => p.ClrType == typeof(Case));
        Assert.True(missing.Count == 0, string.Join('\n', missing));
    }

    private static bool Known(string words) => Translations.Urdu.ContainsKey(words);

    private static string UrlOf(Case @case) => string.Create(CultureInfo.InvariantCulture, $"/cases/{@case.Number}/history");
}
