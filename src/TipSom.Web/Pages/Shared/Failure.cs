namespace TipSom.Web.Pages.Shared;

/// <summary>What the page says when the portal itself has failed. It needs no database, session or language choice.</summary>
public sealed record Failure(int Status, string Reference);
