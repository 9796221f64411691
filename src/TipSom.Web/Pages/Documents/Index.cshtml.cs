using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Documents;
using TipSom.Domain.Documents;
using TipSom.Domain.Identity;
using TipSom.Web.Localisation;
using TipSom.Web.Pages.Cases;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Documents;

/// <summary>The documents of a case, what the virus check said of each, and who opened them.</summary>
[RequirePermission(Permission.ReadCases)]
public sealed class IndexModel(TipSomDbContext db, CaseFiles files, CurrentUser user) : CasePageModel(db)
{
    private const int OpeningsShown = 50;

    public IReadOnlyList<Row> Documents { get; private set; } = [];

    public IReadOnlyList<Opened> Openings { get; private set; } = [];

    /// <summary>What was just done, in words.</summary>
    public string? Done { get; private set; }

    public bool Keeps => Works && user.May(Permission.KeepDocuments);

    public bool Opens => user.May(Permission.OpenDocuments);

    public async Task OnGetAsync(string? done, CancellationToken ct)
    {
        Done = DocumentNotice.TextOf(done);
        var documents = await Db.CaseDocuments.AsNoTracking().Where(d => d.CaseId == Case.Id).OrderByDescending(d => d.AddedAt).ToListAsync(ct);
        Documents = [.. documents.Select(d => new Row(d, files.NameOf(d)))];
        Openings = await (
                from o in Db.DocumentOpenings.AsNoTracking()
                join u in Db.Units on o.ActorUnitId equals u.Id
                join d in Db.CaseDocuments on o.DocumentId equals d.Id
                where o.CaseId == Case.Id
                orderby o.At descending
                select new Opened(o, new BilingualName(u.NameEn, u.NameUr), d.Kind))
            .Take(OpeningsShown).ToListAsync(ct);
    }

    public sealed record Row(CaseDocument Document, DocumentName Name);

    public sealed record Opened(DocumentOpening Opening, BilingualName Unit, DocumentKind Kind);
}
