using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Web.Localisation;
using TipSom.Web.Navigation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Cases;

/// <summary>What was changed in a case, field by field, newest first. Row security leaves out what the reader's share does not show.</summary>
[RequirePermission(Permission.ReadCases)]
public sealed class HistoryModel(TipSomDbContext db, RecordCipher cipher, IStringLocalizer<Ui> texts) : CasePageModel(db)
{
    protected override bool OutlivesErasing => true;

    public const int PageSize = 50;

    /// <summary>The last line of the page before this one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    public IReadOnlyList<Row> Changes { get; private set; } = [];

    public string? OlderUrl { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var changes = Db.CaseChanges.AsNoTracking().Where(c => c.CaseId == Case.Id);
        if (ListCursor.Read(Before) is var (at, id))
            changes = changes.Where(c => c.At < at || (c.At == at && c.Id.CompareTo(id) < 0));
        var found = await (
                from c in changes
                join u in Db.Units on c.ActorUnitId equals u.Id
                orderby c.At descending, c.Id descending
                select new
                {
                    Change = c,
                    Unit = new BilingualName(u.NameEn, u.NameUr),
                    Person = Db.Victims.Where(v => v.Id == c.VictimId).Select(v => (int?)v.Position).FirstOrDefault()
                })
            .Take(PageSize + 1).ToListAsync(ct);
        var page = found.Take(PageSize).ToList();
        var names = await NamesAsync([.. page.SelectMany(f => (string?[])[f.Change.Before, f.Change.After]).OfType<string>()], ct);
        Changes = [.. page.Select(f => new Row(f.Change, f.Unit, f.Person, Shown(f.Change, f.Change.Before), Shown(f.Change, f.Change.After), AccountOf(f.Change)))];
        OlderUrl = found.Count > PageSize ? $"/cases/{Case.Number}/history?before={ListCursor.Of(page[^1].Change.At, page[^1].Change.Id)}" : null;

        string? Shown(CaseChange change, string? value) =>
            value is null ? null
            : names.TryGetValue(value, out var name) ? name.Here
            : ChangeWords.Of(texts, ChangeWords.TypeOf(Db.Model, change.Subject, change.Field), value);
    }

    private string? AccountOf(CaseChange change) =>
        cipher.OpenUnlessErased<string>(SealKinds.Narrative, Case.Id, change.SealedBefore);

    // Districts, countries, languages and units are told by their names: one query for all that the page may hold.
    private async Task<Dictionary<string, BilingualName>> NamesAsync(IReadOnlyList<string> values, CancellationToken ct)
    {
        if (values.Count == 0)
            return [];
        var ids = values.Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).ToList();
        var districts = Db.Districts.Where(d => values.Contains(d.Code)).Select(d => new { Key = d.Code, En = d.NameEn, Ur = d.NameUr });
        var listed = Db.CodeList.Where(l => (l.List == "language_iso639_3" || l.List == "country") && values.Contains(l.Code)).Select(l => new { Key = l.Code, En = l.LabelEn, Ur = l.LabelUr ?? l.LabelEn });
        var units = Db.Units.Where(u => ids.Contains(u.Id)).Select(u => new { Key = u.Id.ToString(), En = u.NameEn, Ur = u.NameUr });
        var found = await districts.Concat(listed).Concat(units).ToListAsync(ct);
        return found.DistinctBy(n => n.Key).ToDictionary(n => n.Key, n => new BilingualName(n.En, n.Ur));
    }

    /// <summary>One change: whom it concerns, and both values in words.</summary>
    public sealed record Row(CaseChange Change, BilingualName Unit, int? Person, string? Before, string? After, string? Account)
    {
        /// <summary>Whether only the field is told.</summary>
        public bool IsSealed => Before is null && After is null;
    }
}
