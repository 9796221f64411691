using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Documents;
using TipSom.Domain.Documents;
using TipSom.Web.Pages.Cases;

namespace TipSom.Web.Pages.Documents;

/// <summary>A page on one document of a case. One that row security hides, or of another case, is not there.</summary>
public abstract class DocumentPageModel(TipSomDbContext db, CaseFiles files) : CasePageModel(db)
{
    [FromRoute]
    public Guid Id { get; init; }

    public CaseDocument Document { get; private set; } = null!;

    /// <summary>What it is called.</summary>
    public DocumentName Name { get; private set; } = null!;

    protected CaseFiles Files => files;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        if (await Db.CaseDocuments.SingleOrDefaultAsync(d => d.Id == Id && d.CaseId == Case.Id, ct) is not { } document)
            return NotFound();
        (Document, Name) = (document, files.NameOf(document));
        return null;
    }

    /// <summary>Back to the documents, telling what was done (one of <see cref="DocumentNotice"/>).</summary>
    protected IActionResult ToDocuments(string done) => LocalRedirect($"/cases/{Case.Number}/documents?done={done}");
}

/// <summary>What the page of documents may say was just done; anything else in the address says nothing.</summary>
public static class DocumentNotice
{
    public const string Added = "added";
    public const string Renamed = "renamed";
    public const string TakenOut = "taken-out";

    /// <summary>The sentence, or null.</summary>
    public static string? TextOf(string? done) => done switch
    {
        Added => "The document was added. It can be opened after the virus check.",
        Renamed => "The title was corrected.",
        TakenOut => "The document was taken out. Nobody can open it any more.",
        _ => null
    };
}
