namespace TipSom.Web.Pages.Returns;

/// <summary>What was just done to a return.</summary>
public enum ReturnNotice
{
    Saved,
    Signed
}
