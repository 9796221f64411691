using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Domain.Agencies;
using TipSom.Domain.Agreements;
using TipSom.Web.Filters;
using TipSom.Web.Localisation;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Agreements;

/// <summary>Asks for terms on two pages, shows them to be checked on a third, and then proposes them.</summary>
public abstract class TermsPageModel(TipSomDbContext db, IStringLocalizer<Ui> texts) : RecordPageModel
{
    private static readonly AgencyKind[] ProviderKinds = [AgencyKind.CareProvider, AgencyKind.ChildProtection];
    private static readonly AgencyKind[] ReferringKinds = [AgencyKind.Fia, AgencyKind.Police, AgencyKind.ChildProtection, AgencyKind.Labour];

    /// <summary>What the pressed button asks for, and what is shown.</summary>
    public enum Act
    {
        Document,
        Coverage,
        Check,
        Save
    }

    [BindProperty]
    public TermsInput Input { get; set; } = new();

    [BindProperty]
    public Act Step { get; set; }

    /// <summary>Which part of the form is shown.</summary>
    public Act Shown { get; private set; }

    public IReadOnlyList<Choice> Providers { get; private set; } = [];

    public IReadOnlyList<Choice> Referrers { get; private set; } = [];

    public IReadOnlyList<Choice> Provinces { get; private set; } = [];

    public IReadOnlyList<Choice> Districts { get; private set; } = [];

    /// <summary>The agreement to be changed; null for a new one, which also asks for the two agencies.</summary>
    public Agreement? Changed { get; protected set; }

    /// <summary>The terms with their names, once they are to be checked.</summary>
    public TermsView? View { get; private set; }

    protected TipSomDbContext Db => db;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        var agencies = await db.Agencies.Where(a => a.IsActive)
            .Select(a => new { a.Id, a.Kind, Name = new BilingualName(a.NameEn, a.NameUr) }).ToListAsync(ct);
        Providers = [.. Of(ProviderKinds)];
        Referrers = [.. Of(ReferringKinds)];
        var offered = await (
                from d in db.Districts
                join p in db.Provinces on d.ProvinceCode equals p.Code
                where d.IsOffered
                orderby p.SortOrder, d.NameEn
                select new { d.Code, Name = new BilingualName(d.NameEn, d.NameUr), ProvinceCode = p.Code, Province = new BilingualName(p.NameEn, p.NameUr) })
            .ToListAsync(ct);
        Districts = [.. offered.Select(d => new Choice(d.Code, $"{d.Name.Here} ({d.Province.Here})"))];
        Provinces = [.. offered.DistinctBy(d => d.ProvinceCode).Select(d => new Choice(d.ProvinceCode, d.Province.Here))];
        return null;

        IEnumerable<Choice> Of(AgencyKind[] kinds) => agencies.Where(a => kinds.Contains(a.Kind))
            .Select(a => new Choice(a.Id.ToString(), a.Name.Here)).OrderBy(c => c.Label, StringComparer.CurrentCulture);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Changed is not null)
            (Input.LeadAgencyId, Input.ProviderAgencyId) = (Changed.LeadAgencyId, Changed.ProviderAgencyId);
        Shown = Judge();
        if (Shown is Act.Check or Act.Save)
            View = (await TermsView.OfAsync(db, [Input.Terms()], ct))[0];
        if (Shown != Act.Save)
            return Page();
        Shown = Act.Check;
        return LocalRedirect($"/agreements/{await ProposeAsync(Input.Terms(), ct)}");
    }

    /// <summary>Proposes the terms; the agreement they belong to.</summary>
    protected abstract Task<Guid> ProposeAsync(AgreementTerms terms, CancellationToken ct);

    // How far the answers let the form go.
    private Act Judge()
    {
        if (!Providers.Any(c => c.Value == Input.ProviderAgencyId.ToString()) && Changed is null)
            ModelState.AddModelError("Input.ProviderAgencyId", texts["Choose the provider."]);
        if (!Referrers.Any(c => c.Value == Input.LeadAgencyId.ToString()) && Changed is null)
            ModelState.AddModelError("Input.LeadAgencyId", texts["Choose the lead agency."]);
        if (Input.InForceTo < Input.InForceFrom)
            ModelState.AddModelError("Input.InForceTo", texts["An agreement cannot end before it begins."]);
        if (Input is { Kind: AgreementKind.Memorandum, InForceTo: null } && ModelState.GetFieldValidationState("Input.InForceTo") != Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid)
            ModelState.AddModelError("Input.InForceTo", texts["A memorandum needs a last day. Only a duty by law may have none."]);
        if (!ModelState.IsValid || Step == Act.Document)
            return Act.Document;
        if (Step == Act.Coverage)
            return Act.Coverage;
        if (Input.Services.Count == 0)
            ModelState.AddModelError("Input.Services", texts["Choose at least one service."]);
        if (Input.Groups.Count == 0)
            ModelState.AddModelError("Input.Groups", texts["Choose at least one group."]);
        if (Input.ProvinceCodes.Count + Input.DistrictCodes.Count == 0 || !All(Input.ProvinceCodes, Provinces) || !All(Input.DistrictCodes, Districts))
            ModelState.AddModelError("Input.ProvinceCodes", texts["Choose at least one province or district."]);
        if (!All(Input.ReferringAgencyIds.Select(id => id.ToString()), Referrers))
            ModelState.AddModelError("Input.ReferringAgencyIds", texts["Choose agencies of the list."]);
        return ModelState.IsValid ? Step : Act.Coverage;
    }

    private static bool All(IEnumerable<string> values, IReadOnlyList<Choice> choices) => values.All(v => choices.Any(c => c.Value == v));
}
