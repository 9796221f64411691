namespace TipSom.Domain.Reporting;

/// <summary>One figure of a return. Rows are never taken away: a figure that was taken out of a draft has no value.</summary>
public sealed class ReturnFigure
{
    private ReturnFigure() { }

    internal ReturnFigure(Guid returnId, FigureCell cell, int value) => (ReturnId, Cell, Value) = (returnId, cell, value);

    /// <summary>The version it belongs to.</summary>
    public Guid ReturnId { get; private set; }

    /// <summary>Which figure.</summary>
    public FigureCell Cell { get; private set; }

    /// <summary>How many; null where it is not reported.</summary>
    public int? Value { get; private set; }

    internal void Write(int? value) => Value = value;

    /// <summary>The figures that have a value.</summary>
    public static FigureSet SetOf(IEnumerable<ReturnFigure> cells) =>
        new(cells.Where(c => c.Value is not null).ToDictionary(c => c.Cell, c => c.Value!.Value));
}
