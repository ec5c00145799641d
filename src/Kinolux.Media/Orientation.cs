namespace Kinolux.Media;

/// <summary>Where the first row and the first column of a stored picture belong, by TIFF 6.0's names and numbers: <see cref="LeftTop"/> says that the first row is the picture's left edge and the first column its top.</summary>
public enum Orientation
{
    TopLeft = 1,
    TopRight,
    BottomRight,
    BottomLeft,
    LeftTop,
    RightTop,
    RightBottom,
    LeftBottom,
}
