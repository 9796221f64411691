using Microsoft.EntityFrameworkCore;
using TipSom.Data.Encryption;
using TipSom.Domain.Cases;
using TipSom.Domain.Documents;
using TipSom.Domain.Identity;

namespace TipSom.Data.Documents;

/// <summary>The files of a case, sealed on their way in and opened on their way out.</summary>
public sealed class CaseFiles(TipSomDbContext db, RecordCipher cipher, TimeProvider clock)
{
    /// <summary>Adds a file to a case; it waits for the virus check.</summary>
    public CaseDocument Add(Case @case, DocumentKind kind, PhotographReason? photograph, PlainFile file, DocumentName name, Actor by)
    {
        var document = CaseDocument.Add(@case, kind, photograph, file, id => cipher.Seal(SealKinds.CaseDocumentName, id, name), by, clock.GetUtcNow());
        db.Add(document);
        db.Add(new CaseDocumentContent(document.Id, @case.Id, cipher.Seal(SealKinds.CaseDocument, document.Id, file.Content)));
        return document;
    }

    /// <summary>What a document is called.</summary>
    public DocumentName NameOf(CaseDocument document) => cipher.Open<DocumentName>(SealKinds.CaseDocumentName, document.Id, document.SealedName);

    /// <summary>Gives a document another title.</summary>
    public void Rename(CaseDocument document, string? title) =>
        document.Rename(cipher.Seal(SealKinds.CaseDocumentName, document.Id, NameOf(document) with { Title = title }));

    /// <summary>The file of a document, if the database gives it out now.</summary>
    public async Task<byte[]?> ContentOfAsync(CaseDocument document, CancellationToken ct)
    {
        var content = await db.CaseDocumentContents.Where(c => c.DocumentId == document.Id).Select(c => c.SealedContent).SingleOrDefaultAsync(ct);
        return content is null ? null : cipher.Open<byte[]>(SealKinds.CaseDocument, document.Id, content);
    }
}
