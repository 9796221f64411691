using TipSom.Domain.Cases;
using TipSom.Domain.Documents;
using TipSom.Domain.Victims;
using TipSom.TestSupport;

namespace TipSom.Domain.Tests.Documents;

/// <summary>The life of a document of a case.</summary>
public sealed class CaseDocumentTests
{
    private static readonly PlainFile File = PlainFile.Of("a.png", TestFiles.Png());

    [Fact]
    public void One_waits_under_a_random_id_and_the_timeline_says_so()
    {
        var @case = Case();
        var document = Add(DocumentKind.FirCopy, null, @case);

        Assert.Equal((4, @case.Id, DocumentScan.Waiting, A.Officer.UserId), (document.Id.Version, document.CaseId, document.Scan, document.AddedById));
        Assert.Equal((File.Content.Length, 16, 16, null), (document.Length, document.Width, document.Height, document.Pages));
        Assert.Equal(document.Id.ToByteArray(), document.SealedName);
        Assert.Equal(CaseEventKind.DocumentAdded, @case.Events[^1].Kind);
        Assert.False(document.CanBeOpened);
    }

    [Fact]
    public void A_photograph_needs_a_reason_and_nothing_else_keeps_one()
    {
        Assert.Equal(
            "Say why a photograph of a person is needed. Without a reason none is kept.",
            Assert.Throws<RuleBrokenException>(() => Add(DocumentKind.Photograph, null)).Sentence);
        Assert.Equal(PhotographReason.Injuries, Add(DocumentKind.Photograph, PhotographReason.Injuries).PhotographReason);
        Assert.Null(Add(DocumentKind.Other, PhotographReason.Injuries).PhotographReason);
    }

    [Theory]
    [InlineData(DocumentKind.FirCopy, false)]
    [InlineData(DocumentKind.MedicalPaper, false)]
    [InlineData(DocumentKind.IdentityDocument, true)]
    [InlineData(DocumentKind.Photograph, true)]
    [InlineData(DocumentKind.CourtPaper, false)]
    [InlineData(DocumentKind.Other, false)]
    public void Some_kinds_show_who_somebody_is(DocumentKind kind, bool shows) => Assert.Equal(shows, kind.ShowsWhoSomebodyIs());

    [Fact]
    public void Nobody_opens_what_waits() => Assert.Equal(
        "This document waits for the virus check. It can be opened after it.",
        Assert.Throws<RuleBrokenException>(() => Add(DocumentKind.Other, null).Open(null, A.Officer, A.Now)).Sentence);

    [Fact]
    public void Taken_out_once_it_is_neither_renamed_nor_opened_nor_taken_out()
    {
        var @case = Case();
        var document = Add(DocumentKind.Other, null, @case);

        document.TakeOut(@case, TakeOutReason.Twice, A.Officer, A.Later);

        Assert.Equal((A.Later, A.Officer.UserId, A.Officer.Name, TakeOutReason.Twice), (document.TakenOutAt, document.TakenOutById, document.TakenOutByName, document.TakeOutReason));
        Assert.Equal(CaseEventKind.DocumentTakenOut, @case.Events[^1].Kind);
        foreach (var act in new Action[] { () => document.Rename([]), () => document.Open(null, A.Officer, A.Later), () => document.TakeOut(@case, TakeOutReason.Twice, A.Officer, A.Later) })
            Assert.Equal(CaseDocument.IsTakenOut, Assert.Throws<RuleBrokenException>(act).Sentence);
    }

    private static Case Case() => Domain.Cases.Case.Log("TS-2026-TEST", new CaseFacts(CaseKind.Trafficking, A.Lahore, BorderCrossing.Unknown, null), Person, A.Officer, A.Now);

    private static PersonFacts Person => new(Safety.Safe, Sex.Female, new Age(30, false), []);

    private static CaseDocument Add(DocumentKind kind, PhotographReason? photograph, Case? @case = null) =>
        CaseDocument.Add(@case ?? Case(), kind, photograph, File, id => id.ToByteArray(), A.Officer, A.Now);
}
