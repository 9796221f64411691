namespace TipSom.Domain.Imports;

/// <summary>How a register's file is written.</summary>
public enum RegisterFormat
{
    /// <summary>Lines of text with commas, semicolons or tabs between the cells, in UTF-8.</summary>
    Csv,

    /// <summary>A workbook of Excel 2007 or later; its first sheet is read.</summary>
    Xlsx
}
