using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Law;
using TipSom.Domain.Reference;
using TipSom.Web.Localisation;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Law;

/// <summary>Chooses an offence among those that may have been law when it happened; those the facts speak for stand first, with the reason.</summary>
[RequirePermission(Permission.KeepLaw)]
public sealed class OffencesModel(TipSomDbContext db, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts) : LawPageModel(db, user)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>What else is known; asked in the address, so that looking changes nothing.</summary>
    [BindProperty(SupportsGet = true)]
    public List<OffenceCircumstance> Known { get; set; } = [];

    public IReadOnlyList<(Offence Offence, string Reason)> Suggested { get; private set; } = [];

    /// <summary>The rest of the catalogue, by act.</summary>
    public IReadOnlyList<IGrouping<string, Offence>> Others { get; private set; } = [];

    /// <summary>Whether the day from which the text of 2025 holds was never checked, and the offence lies in that year.</summary>
    public bool IsDoubtful { get; private set; }

    public IEnumerable<Choice> Circumstances => Enum.GetValues<OffenceCircumstance>().Select(c => new Choice(c.ToString(), texts[LawLabels.Of(c)]));

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        if (Law is not { OffenceFrom: { } from, OffenceTo: { } to })
            return LocalRedirect($"/cases/{Case.Number}/law/when");
        var offered = await Db.Offences.AsNoTracking()
            .Where(o => o.IsOffered && !Db.CaseOffences.Any(c => c.CaseId == Case.Id && c.DroppedAt == null && c.OffenceCode == o.Code))
            .OrderBy(o => o.Act).ThenBy(o => o.Code).ToListAsync(ct);
        var settings = await Db.ReferenceSettings.AsNoTracking().ToDictionaryAsync(s => s.Key, ct);
        var people = await PeopleAsync(ct);
        var records = await Db.ExploitationRecords.AsNoTracking().Where(r => r.CaseId == Case.Id).ToListAsync(ct);
        var amended = settings[ReferenceSetting.TraffickingAmended];
        IsDoubtful = !amended.IsVerified && from.Year <= amended.Day.Year && to.Year >= amended.Day.Year;
        var fitting = offered.Where(o => o.MayApplyBetween(from, to)).ToDictionary(o => o.Code);
        var facts = new OffenceFacts(
            Case.Kind, Case.Border, from, to, [.. people.Select(p => new OffenceVictim(p.Sex, p.Age))],
            [.. records.GroupBy(r => r.VictimId).SelectMany(g => g.MaxBy(r => r.Version)!.Types).Distinct()], Known,
            new AmendmentDays(amended.Day, settings[ReferenceSetting.SmugglingAmended].Day));
        Suggested = [.. OffenceSuggestions.Of(facts).Where(s => fitting.ContainsKey(s.Code)).Select(s => (fitting[s.Code], s.Reason))];
        var first = Suggested.Select(s => s.Offence.Code).ToHashSet();
        Others = [.. fitting.Values.Where(o => !first.Contains(o.Code)).GroupBy(o => o.Act)];
        return null;
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        if (await Db.Offences.SingleOrDefaultAsync(o => o.Code == Input.Code, ct) is not { } offence)
            return NotFound();
        var chosen = await Db.CaseOffences.Where(c => c.CaseId == Case.Id).ToListAsync(ct);
        Db.Add(CaseOffence.Choose(Case, Law, offence, chosen, CurrentUser.Actor, clock.GetUtcNow()));
        await Db.SaveChangesAsync(ct);
        return ToLaw(LawNotice.Saved);
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose an offence."), StringLength(20)]
        public string? Code { get; set; }
    }
}

/// <summary>An offence as an answer of a form.</summary>
/// <param name="Type">radio or checkbox.</param>
/// <param name="Name">Name of the field.</param>
/// <param name="Value">What is sent.</param>
/// <param name="Offence">Its text.</param>
/// <param name="IsChosen">Whether it is chosen.</param>
/// <param name="Reason">Why it is suggested.</param>
/// <param name="Index">Place among the answers.</param>
public sealed record OffenceAnswer(string Type, string Name, string Value, Offence Offence, bool IsChosen, string? Reason, int Index);
